/** Links and mail hosts that lead elsewhere than they say, or that are known to be bad. */
import type { SpanEvidence } from "@assay/contract";
import { clear, defineDetector } from "../detector.ts";
import { isDisposable } from "../text/disposable.ts";
import { contactsOf, spanOf, type TextView, textsOf } from "../text/index.ts";
import { shorteners } from "./hosts.ts";
import { lookAlike } from "./lookalike.ts";

const kinds = {
  known_bad: "a host on the marketplace's list `bad_domains`",
  lookalike: "a host that imitates another",
  punycode: "a host in punycode",
  shortener: "a shortened link, which hides where it leads",
  disposable_mail: "a mailbox that is thrown away",
  ip_host: "a numeric address instead of a name",
  hidden_host: "a link whose real host stands behind another name and an @",
};
type Kind = keyof typeof kinds;

const maxEvidence = 50;

export const textLink = defineDetector({
  id: "text_link",
  version: 1,
  title: "Deceptive links",
  summary:
    "Shorteners, look-alike and punycode hosts, numeric addresses, throw-away mail, and hosts the marketplace knows as bad.",
  subjects: ["account", "listing", "message", "question", "review"],
  history: [],
  measurements: [],
  cost: "micro",
  kinds,
  values: { host: { type: "string", title: "the worst host" } },
  detect({ subject, lists }) {
    const bad = hostsOf(lists?.bad_domains);
    const good = hostsOf(lists?.good_domains);
    const evidence: SpanEvidence[] = [];
    let best = 0;
    let worst = "";
    const see = (view: TextView, start: number, end: number, host: string, kind: Kind, score: number) => {
      if (score > best) {
        best = score;
        worst = host;
      }
      if (evidence.length < maxEvidence) evidence.push(spanOf(view, start, end, kind, host));
    };
    for (const view of textsOf(subject)) {
      const { links, emails } = contactsOf(view);
      for (const { start, end, host, url, disguised } of links) {
        if (onList(good, host)) continue;
        const place = view.toOriginal(start, end);
        const written = view.original.slice(place.start, place.end);
        if (onList(bad, host)) see(view, start, end, host, "known_bad", 1);
        else if (/^[a-z]+:\/\/[^/?#]*@/.test(url)) see(view, start, end, host, "hidden_host", 0.9);
        else if (isNumeric(host)) see(view, start, end, host, "ip_host", 0.85);
        else if (shorteners.has(host)) see(view, start, end, host, "shortener", 0.8);
        else {
          const imitation = lookAlike(host, disguised ? hostIn(written) : host);
          if (imitation) see(view, start, end, host, imitation.kind, imitation.score);
        }
      }
      for (const { start, end, host } of emails) {
        if (onList(good, host)) continue;
        if (onList(bad, host)) see(view, start, end, host, "known_bad", 1);
        else if (isDisposable(host)) see(view, start, end, host, "disposable_mail", 0.9);
        else {
          const imitation = lookAlike(host, host);
          if (imitation) see(view, start, end, host, imitation.kind, imitation.score);
        }
      }
    }
    if (evidence.length === 0) return clear();
    return { state: "found", score: best, values: { host: worst }, evidence };
  },
});

/** The host itself, or a domain that it is under. */
function onList(list: ReadonlySet<string>, host: string): boolean {
  if (list.size === 0) return false;
  const labels = host.split(".");
  return labels.some((_, i) => list.has(labels.slice(i).join(".")));
}

/** IPv4 in any of the notations that browsers take, or IPv6 in brackets. */
function isNumeric(host: string): boolean {
  return host.startsWith("[") || /^(?:(?:0x[0-9a-f]+|\d+)\.){0,3}(?:0x[0-9a-f]+|\d+)$/.test(host);
}

/** The host part of a link as it was written. */
function hostIn(written: string): string {
  return written.replace(/^[a-z]+:\/\//i, "").replace(/[/?#].*$/s, "");
}

const hosts = new WeakMap<readonly string[], ReadonlySet<string>>();
const none: ReadonlySet<string> = new Set();

/** Made once for each array: the marketplace hands over the same one while a list does not change, and it may be long. */
function hostsOf(list: readonly string[] | undefined): ReadonlySet<string> {
  if (!list) return none;
  let known = hosts.get(list);
  if (!known) {
    known = new Set(list.map((host) => host.toLowerCase()));
    hosts.set(list, known);
  }
  return known;
}
