import { entry, historyValue } from "./value.ts";

const counted = 1000;
const hourMs = 3_600_000;

/** Messages and questions of the owner in the day before, and to how many people; counted up to 1,000 of each kind. */
export const senderWindow = historyValue<
  "sender_window",
  Map<string, { at: number; to: string | null; kind: string }[]>
>({
  key: "sender_window",
  sql: `(select json_build_object('messages_24h', count(*), 'recipients_24h', count(distinct x.counterpart),
      'messages_1h', count(*) filter (where x.at > q.at - interval '1 hour'))
    from (
      (select p.at, p.counterpart from events p where p.marketplace = $1 and p.owner = q.owner and p.kind = 'message'
        and p.at <= q.at and p.at > q.at - interval '24 hours' and p.id <> q.event_id order by p.at desc limit ${counted})
      union all
      (select p.at, p.counterpart from events p where p.marketplace = $1 and p.owner = q.owner and p.kind = 'question'
        and p.at <= q.at and p.at > q.at - interval '24 hours' and p.id <> q.event_id order by p.at desc limit ${counted})) x)`,
  fold: {
    start: () => new Map(),
    add(owners, { intake: { subject, at, counterpart } }) {
      if (subject.kind !== "message" && subject.kind !== "question") return;
      entry(owners, subject.owner, () => []).push({ at, to: counterpart, kind: subject.kind });
    },
    read(owners, { subject, at }) {
      const past = (owners.get(subject.owner) ?? []).filter((sent) => sent.at <= at && sent.at > at - 24 * hourMs);
      const day = ["message", "question"].flatMap((kind) =>
        past
          .filter((sent) => sent.kind === kind)
          .sort((a, b) => b.at - a.at)
          .slice(0, counted),
      );
      return {
        messages_24h: day.length,
        recipients_24h: new Set(day.map((sent) => sent.to).filter((to) => to !== null)).size,
        messages_1h: day.filter((sent) => sent.at > at - hourMs).length,
      };
    },
  },
});
