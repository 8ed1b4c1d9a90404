/**
 * Away from the site, a little in every conversation. Each message alone may be innocent; somebody who mentions another app, a transfer
 * or a phone to everybody they write to is not.
 */
import { sentTraitOf } from "../account/messages.ts";
import { clear, defineDetector } from "../detector.ts";
import { logistic } from "../text/cues.ts";

const kinds = { pull: "how much each conversation of the last week pulls away from the site" } as const;

/** What a conversation pulls on average with honest people: a phone before a pick-up now and then. */
const usual = 0.08;
const bias = -3.4;
const slope = 2.8;
/** Conversations that pull at least this much, and how many of them it takes. */
const pulls = 0.3;
const fewest = 3;

export const messagePull = defineDetector({
  id: "message_pull",
  version: 1,
  title: "Pull away from the site",
  summary: "Many conversations of one account that each pull a little towards contact or payment elsewhere.",
  subjects: ["message", "question"],
  history: ["sender_trail"],
  measurements: [],
  cost: "micro",
  kinds,
  values: {
    conversations: { type: "double", title: "people that it wrote to within seven days" },
    pulling: { type: "double", title: "of them, those in whose conversation it pulls away" },
  },
  risk: 0.6,
  detect({ subject, at, history }) {
    const now = sentTraitOf(subject)!;
    const most = new Map<string, { at: number; pull: number }>();
    for (const sent of [...history.sender_trail, { ...now, at }]) {
      const before = most.get(sent.to);
      if (!before || sent.pull > before.pull) most.set(sent.to, { at: sent.at, pull: sent.pull });
    }
    const all = [...most.values()].sort((a, b) => a.at - b.at);
    const sum = all.reduce((total, { pull }) => total + pull, 0);
    const pulling = all.filter(({ pull }) => pull >= pulls).length;
    const score = logistic(bias + slope * (sum - usual * all.length));
    const values = { conversations: all.length, pulling };
    // The message at hand must pull itself: nobody is stopped for a thank-you.
    if (score < 0.5 || pulling < fewest || now.pull < pulls / 2) return clear(Math.min(0.49, score), { values });
    const points = all.map(({ at: sentAt, pull }) => ({ at: new Date(sentAt).toISOString(), value: pull }));
    return { state: "found", score, values, evidence: [{ type: "timeline", what: "pull", points }] };
  },
});
