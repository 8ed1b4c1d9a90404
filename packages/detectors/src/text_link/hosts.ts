/** Hosts that shorten links. */

/** Hosts whose links hide where they lead. */
export const shorteners: ReadonlySet<string> = new Set(
  "bit.ly bitly.com j.mp tinyurl.com t.co goo.gl is.gd v.gd cutt.ly rb.gy ow.ly shorturl.at shorturl.gg tiny.cc rebrand.ly buff.ly bl.ink s.id t.ly t2m.io lnkd.in shorte.st adf.ly adfoc.us bc.vc ouo.io qr.ae qrco.de soo.gd urlz.fr urlr.me huit.re lc.cx frama.link x.gd clck.ru vk.cc u.to 2no.co iplogger.org grabify.link surl.li me2.do han.gl kurzelinks.de kutt.it short.io short.gy dub.sh tny.im chilp.it hyperurl.co snip.ly trib.al ift.tt dlvr.it po.st tr.im zpr.io gg.gg n9.cl acortar.link lihi.cc reurl.cc shrtco.de".split(
    " ",
  ),
);
