import type { HistoryValues } from "@assay/contract";
import { entry, historyValue } from "./value.ts";

const kept = 20;
const windowMs = 48 * 3_600_000;

/** The last 20 messages within 48 hours, each cut to 500 characters (`events.title` holds them cleaned, index for index). */
export const conversationBefore = historyValue<
  "conversation_before",
  Map<string, (HistoryValues["conversation_before"][number] & { ms: number })[]>
>({
  key: "conversation_before",
  sql: `(select coalesce(json_agg(json_build_object('id', x.subject_id, 'from', x.owner, 'event', x.body, 'text', x.title) order by x.at, x.id), '[]')
    from (select p.id, p.subject_id, p.owner, p.at, p.body, p.title from events p
      where p.marketplace = $1 and p.conversation = q.conversation and p.at <= q.at and p.at > q.at - interval '48 hours'
        and p.id <> q.event_id order by p.at desc, p.id desc limit ${kept}) x)`,
  fromRow: (rows: { id: string; from: string; event: { time: string }; text: string }[]) =>
    rows.map(({ event, ...message }) => ({ ...message, at: event.time })),
  fold: {
    start: () => new Map(),
    add(conversations, { intake }) {
      if (intake.conversation === null) return;
      entry(conversations, intake.conversation, () => []).push({
        id: intake.subject.id,
        from: intake.subject.owner,
        at: intake.event.time,
        text: intake.title,
        ms: intake.at,
      });
    },
    read(conversations, { conversation, at }) {
      return (conversations.get(conversation ?? "") ?? [])
        .filter((message) => message.ms <= at && message.ms > at - windowMs)
        .sort((a, b) => a.ms - b.ms)
        .slice(-kept)
        .map(({ ms: _, ...message }) => message);
    },
  },
});
