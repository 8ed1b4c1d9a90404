import { specialLanes } from "../lanes.ts";

/** Deadlines, in minutes, of the queues that have one from the start. */
const specialDue = Object.entries(specialLanes)
  .map(([queue, { due_minutes }]) => `when '${queue}' then ${due_minutes ?? "null"}`)
  .join(" ");

/** Whether few may see a queue: as a lead said, or as it is from the start. */
const isRestricted = (queue: string) => `coalesce(
  (select s.restricted from queue_settings s where s.marketplace = $1 and s.queue = ${queue}),
  ${queue} in (${Object.entries(specialLanes)
    .flatMap(([name, { restricted }]) => (restricted ? [`'${name}'`] : []))
    .join(", ")}))`;

/** Fragments of the one read (`q`) and the one write (`ok`): which case is open on a subject, opening one, closing one that is no longer needed. */
export const openCaseFragment = {
  columns: `(select c.id from cases c where c.marketplace = $1 and c.kind = q.kind and c.subject_id = q.subject_id
      and c.type = 'moderation' and c.state <> 'resolved' limit 1) as open_case`,
};

export const writeFragments = {
  // A case that is open already stays where it is, with its claim; it takes over the newer decision. What few may see comes first: such a
  // case leaves whoever had it, and only people take it out of there.
  cases: `c as (
    insert into cases as c (marketplace, id, type, queue, priority, kind, subject_id, revision, owner, title, reasons, decision_id, event_id, opened_at, visible_at, language, topics, base_priority, due_at)
    select $1, case_id, 'moderation', queue, priority, kind, subject_id, revision, owner, left(title, 160), case_reasons, decision_id, event_id, decided_at, case_visible_at, case_language,
      array(select json_array_elements_text(case_topics)), priority,
      decided_at + coalesce((select s.due_minutes from queue_settings s where s.marketplace = $1 and s.queue = ok.queue),
        case ok.queue ${specialDue} end) * interval '1 minute'
    from ok where queue is not null
    on conflict (marketplace, kind, subject_id, type) where state <> 'resolved' do update set
      revision = excluded.revision, title = excluded.title, reasons = excluded.reasons, decision_id = excluded.decision_id, event_id = excluded.event_id,
      queue = case when ${isRestricted("c.queue")} then c.queue when ${isRestricted("excluded.queue")} then excluded.queue
        when c.claimed_until > now() then c.queue else excluded.queue end,
      claimed_by = case when ${isRestricted("excluded.queue")} and not ${isRestricted("c.queue")} then null else c.claimed_by end,
      claimed_until = case when ${isRestricted("excluded.queue")} and not ${isRestricted("c.queue")} then null else c.claimed_until end,
      due_at = least(c.due_at, excluded.due_at),
      priority = greatest(c.priority, excluded.priority), base_priority = greatest(coalesce(c.base_priority, c.priority), excluded.priority),
      topics = excluded.topics, language = excluded.language, visible_at = least(c.visible_at, excluded.visible_at))`,
  // A newer revision, or a finished measurement, that needs nobody; what few may see is closed by people.
  closed: `cc as (
    update cases c set state = 'resolved', resolved_at = ok.decided_at, resolved_by = 'rule', claimed_by = null, claimed_until = null
    from ok where ok.queue is null and ok.closes_case and c.marketplace = $1 and c.kind = ok.kind and c.subject_id = ok.subject_id
      and c.type = 'moderation' and c.state <> 'resolved' and not ${isRestricted("c.queue")})`,
};
