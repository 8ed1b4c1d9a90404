/**
 * One text, or one question, to many people, fast. Whoever answers is no spammer, however much they write: only people who were written to
 * unasked count. `level` says how many times over the limit, so that a rule can slow down before it blocks.
 */
import type { Evidence } from "@assay/contract";
import { sentTraitOf } from "../account/messages.ts";
import { clear, defineDetector } from "../detector.ts";
import { likeness } from "../text/sketch.ts";

const kinds = {
  recipients_hour: "people written to unasked within an hour",
  recipients_day: "people written to unasked within a day",
  template_day: "people sent the same text within a day",
} as const;
type Kind = keyof typeof kinds;

/** For accounts of a month and more. "Still available?" is asked of many sellers by honest buyers. */
const limits: Readonly<Record<Kind, { most: number; spanS: number }>> = {
  recipients_hour: { most: 15, spanS: 3600 },
  recipients_day: { most: 40, spanS: 86_400 },
  template_day: { most: 8, spanS: 86_400 },
};
/** UTF-16 units under which a text is a phrase that everybody uses. */
const short = 70;
const alike = 0.6;

export const messageSpam = defineDetector({
  id: "message_spam",
  version: 2,
  title: "Spam by messages",
  summary: "One text or one question to many people, fast; new accounts are given less.",
  subjects: ["message", "question"],
  history: ["sender_trail", "account_profile", "conversation_before"],
  measurements: [],
  cost: "micro",
  kinds,
  values: {
    level: { type: "double", title: "how many times over the limit" },
    recipients: { type: "double", title: "people written to unasked within a day" },
    templated: { type: "double", title: "of them, sent much the same text" },
  },
  risk: 0.5,
  detect({ subject, at, history }) {
    const now = sentTraitOf(subject)!;
    const { known, age_days: age } = history.account_profile;
    const patience = !known || age < 2 ? 0.25 : age < 7 ? 0.5 : age < 30 ? 0.75 : 1;
    const unasked = history.sender_trail.filter((sent) => !sent.answered && sent.at > at - 86_400_000);
    const answers = history.conversation_before.some((message) => message.from !== subject.owner);
    const people = (sent: readonly { to: string }[]) =>
      new Set([...sent.map(({ to }) => to), ...(answers ? [] : [now.to])].filter((to) => to !== "")).size;
    const same = unasked.filter((sent) => likeness(sent.sketch, now.sketch) >= alike);
    const counts: Record<Kind, number> = {
      recipients_hour: people(unasked.filter((sent) => sent.at > at - 3_600_000)),
      recipients_day: people(unasked),
      template_day: people(same),
    };
    let level = 0;
    const evidence: Evidence[] = [];
    for (const [kind, { most, spanS }] of Object.entries(limits) as [Kind, (typeof limits)[Kind]][]) {
      const room = kind === "template_day" && now.length < short ? 3 : 1;
      const limit = Math.max(3, Math.round(most * patience * room));
      const count = counts[kind];
      level = Math.max(level, count / limit);
      if (count >= limit) evidence.push({ type: "window", what: kind, count, span_s: spanS, limit });
    }
    const values = {
      level: Math.round(level * 100) / 100,
      recipients: counts.recipients_day,
      templated: counts.template_day,
    };
    // An answer in a conversation is never the spam itself.
    if (answers || level < 1) return clear(Math.min(0.49, level / 2), { values });
    const score = Math.min(0.99, 1 - 0.5 / level ** 2);
    const scores = Object.fromEntries(evidence.map((window) => [(window as { what: string }).what, score]));
    return { state: "found", score, scores, values, evidence };
  },
});
