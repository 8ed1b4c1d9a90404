import type { HistoryValues } from "@assay/contract";
import { addToTrails, readTrails, type Trails } from "./trail.ts";
import { dayMs, entry, historyValue } from "./value.ts";

const kept = 60;
/** Newest messages of a conversation that are searched for an answer. */
const searched = 30;
type Sent = HistoryValues["sender_trail"][number];
type Stored = Omit<Sent, "at" | "answered"> & { conversation: string | null };

interface State {
  trails: Trails;
  conversations: Map<string, { at: number; id: string; from: string }[]>;
}

/** The owner's messages and questions of the week before, and whether somebody else had written in the conversation. */
export const senderTrail = historyValue<"sender_trail", State>({
  key: "sender_trail",
  // Each conversation is searched once, and not to its end: a robot's may hold a hundred thousand messages.
  sql: `(with sent as (select t.at, t.event_id, t.trait, o.conversation
      from (select t.at, t.event_id, t.trait from trail t where t.marketplace = $1 and t.account = q.owner and t.kind = 'message'
        and t.at <= q.at and t.at > q.at - interval '7 days' and t.event_id <> q.event_id
        order by t.at desc, t.event_id desc limit ${kept}) t
      left join lateral (select o.conversation from events o where o.marketplace = $1 and o.id = t.event_id limit 1) o on true),
    others as (select c.conversation, (select min(p.at) from (select p.at, p.owner from events p
        where p.marketplace = $1 and p.conversation = c.conversation and p.at <= q.at order by p.at desc, p.id desc limit ${searched}) p
        where p.owner <> q.owner) as first_at
      from (select distinct conversation from sent where conversation is not null) c)
    select coalesce(json_agg(json_build_array(round(extract(epoch from x.at) * 1000), x.trait,
      coalesce((select y.first_at < x.at from others y where y.conversation = x.conversation), false)) order by x.at, x.event_id), '[]')
    from sent x)`,
  fromRow: (rows: [number, Stored, boolean][]) => rows.map(([at, trait, answered]) => sentOf(at, trait, answered)),
  fold: {
    start: () => ({ trails: new Map(), conversations: new Map() }),
    add(state, past) {
      addToTrails(state.trails, past);
      const { conversation, at, subject, event } = past.intake;
      if (conversation === null) return;
      entry(state.conversations, conversation, () => []).push({ at, id: event.id, from: subject.owner });
    },
    read({ trails, conversations }, now) {
      const { owner } = now.subject;
      return readTrails(trails, owner, "message", now, kept, 7 * dayMs)
        .reverse()
        .map(({ at, trait }) => {
          const stored = trait as unknown as Stored;
          const newest = (conversations.get(stored.conversation ?? "") ?? [])
            .filter((past) => past.at <= now.at)
            .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))
            .slice(0, searched);
          return sentOf(
            at,
            stored,
            newest.some((past) => past.at < at && past.from !== owner),
          );
        });
    },
  },
});

function sentOf(at: number, { to, sketch, length, pull }: Stored, answered: boolean): Sent {
  return { at, to, sketch, length, pull, answered };
}
