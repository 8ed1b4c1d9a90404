/** Lists of hosts: shorteners, and mailboxes that last ten minutes. */
import disposable from "./disposable_domains.json" with { type: "json" };

/** Hosts whose links hide where they lead. */
export const shorteners: ReadonlySet<string> = new Set(
  "bit.ly bitly.com j.mp tinyurl.com t.co goo.gl is.gd v.gd cutt.ly rb.gy ow.ly shorturl.at shorturl.gg tiny.cc rebrand.ly buff.ly bl.ink s.id t.ly t2m.io lnkd.in shorte.st adf.ly adfoc.us bc.vc ouo.io qr.ae qrco.de soo.gd urlz.fr urlr.me huit.re lc.cx frama.link x.gd clck.ru vk.cc u.to 2no.co iplogger.org grabify.link surl.li me2.do han.gl kurzelinks.de kutt.it short.io short.gy dub.sh tny.im chilp.it hyperurl.co snip.ly trib.al ift.tt dlvr.it po.st tr.im zpr.io gg.gg n9.cl acortar.link lihi.cc reurl.cc shrtco.de".split(
    " ",
  ),
);

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
