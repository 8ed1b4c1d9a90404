/** Mailboxes that last ten minutes. */
import disposable from "./disposable_domains.json" with { type: "json" };

/** 8,335 throw-away mail domains: disposable-email-domains (CC0), commit a645893 of 2026-08-21, by ending. */
const throwAway: ReadonlySet<string> = new Set(
  Object.entries(disposable).flatMap(([ending, names]) => names.split(" ").map((name) => `${name}.${ending}`)),
);

/** Whether mail to a host, or to a host under one of these, is thrown away. */
export function isDisposable(host: string): boolean {
  for (let at = 0; at >= 0; ) {
    const rest = host.slice(at);
    if (throwAway.has(rest)) return true;
    const dot = rest.indexOf(".");
    if (dot < 0 || rest.indexOf(".", dot + 1) < 0) return false;
    at += dot + 1;
  }
  return false;
}
