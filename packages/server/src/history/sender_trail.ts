import type { HistoryValues } from "@assay/contract";
import { addToTrails, readTrails, type Trails } from "./trail.ts";
import { dayMs, entry, historyValue } from "./value.ts";

const kept = 60;
type Sent = HistoryValues["sender_trail"][number];
type Stored = Omit<Sent, "at" | "answered"> & { conversation: string | null };

interface State {
  trails: Trails;
  conversations: Map<string, { at: number; from: string }[]>;
}

/** The owner's messages and questions of the week before, and whether each was an answer. */
export const senderTrail = historyValue<"sender_trail", State>({
  key: "sender_trail",
  sql: `(select coalesce(json_agg(json_build_array(round(extract(epoch from x.at) * 1000), x.trait, x.answered) order by x.at, x.event_id), '[]')
    from (select t.at, t.event_id, t.trait, exists (select from events o join events p on p.marketplace = $1 and p.conversation = o.conversation
          and p.at < t.at and p.owner <> q.owner where o.marketplace = $1 and o.id = t.event_id) as answered
      from trail t where t.marketplace = $1 and t.account = q.owner and t.kind = 'message'
        and t.at <= q.at and t.at > q.at - interval '7 days' and t.event_id <> q.event_id
      order by t.at desc, t.event_id desc limit ${kept}) x)`,
  fromRow: (rows: [number, Stored, boolean][]) => rows.map(([at, trait, answered]) => sentOf(at, trait, answered)),
  fold: {
    start: () => ({ trails: new Map(), conversations: new Map() }),
    add(state, past) {
      addToTrails(state.trails, past);
      const { conversation, at, subject } = past.intake;
      if (conversation !== null) entry(state.conversations, conversation, () => []).push({ at, from: subject.owner });
    },
    read({ trails, conversations }, now) {
      const { owner } = now.subject;
      return readTrails(trails, owner, "message", now, kept, 7 * dayMs)
        .reverse()
        .map(({ at, trait }) => {
          const stored = trait as unknown as Stored;
          const others = stored.conversation === null ? [] : (conversations.get(stored.conversation) ?? []);
          return sentOf(
            at,
            stored,
            others.some((past) => past.at < at && past.from !== owner),
          );
        });
    },
  },
});

function sentOf(at: number, { to, sketch, length, pull }: Stored, answered: boolean): Sent {
  return { at, to, sketch, length, pull, answered };
}
