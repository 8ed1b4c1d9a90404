/** What the marketplace itself put on its lists: words, patterns, domains, numbers and addresses, however they are written. */
import { type ListKind, listKinds } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { findListed, type ListedEntry } from "../lists/index.ts";

const { value: _, ...kinds } = listKinds;
type Kind = Exclude<ListKind, "value">;

const maxEvidence = 50;

export const textListed = defineDetector({
  id: "text_listed",
  version: 1,
  title: "Own lists",
  summary:
    "What the marketplace put on its own lists: words, phrases, patterns, domains, telephone numbers, mail addresses and handles, however they are written.",
  subjects: ["account", "listing", "message", "question", "review"],
  history: ["conversation_before", "account_profile"],
  measurements: [],
  cost: "micro",
  kinds,
  values: {
    lists: { type: "string", title: "names of the lists that something stands in, in order, with a comma between" },
    blocked_contact: { type: "bool", title: "a number, address, handle or domain of a list `blocked_…`" },
    blocked_words: { type: "bool", title: "a word, phrase or pattern of a list `blocked_…`" },
  },
  detect({ subject, history, listed }) {
    if (!listed || listed.listed.size === 0) return clear();
    const found = findListed(listed.listed, subject, history);
    if (found.length === 0) return clear();
    found.sort((a, b) => (a.entry.list < b.entry.list ? -1 : a.entry.list > b.entry.list ? 1 : 0));
    const blocked = found.filter(({ entry }) => entry.list.startsWith("blocked_"));
    const isWords = ({ entry: { kind } }: { entry: ListedEntry }) => kind === "phrase" || kind === "pattern";
    return {
      state: "found",
      score: 1,
      scores: Object.fromEntries(found.map(({ entry }) => [entry.kind, 1])) as Record<Kind, number>,
      values: {
        lists: [...new Set(found.map(({ entry }) => entry.list))].join(", "),
        blocked_contact: blocked.some((one) => !isWords(one)),
        blocked_words: blocked.some(isWords),
      },
      evidence: found.slice(0, maxEvidence).map(({ span }) => span),
    };
  },
});
