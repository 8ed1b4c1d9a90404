/** The frame of the pages that anybody can open: one style, no script, nothing from elsewhere, nothing kept. */
import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { problemOf } from "../problems.ts";
import { type Html, html } from "./html.ts";
import { type Language, publicTexts } from "./texts.ts";

const style = `
:root{color-scheme:light dark;--paper:#f6f5f2;--surface:#fff;--line:#d9d5cc;--ink:#1d1c19;--soft:#5a564d;--accent:#0b6464;--on:#fff;--good:#1b6b3c;--good-soft:#e0f2e6;--bad:#ad241c;--bad-soft:#fbe5e2;--note-soft:#dff0ee}
@media (prefers-color-scheme:dark){:root{--paper:#131211;--surface:#1b1a18;--line:#48453f;--ink:#ecebe7;--soft:#b3afa6;--accent:#63c7c0;--on:#0d1a1a;--good:#74d09a;--good-soft:#15301f;--bad:#ff958b;--bad-soft:#411c18;--note-soft:#15302f}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.55 system-ui,"Segoe UI",Roboto,sans-serif;overflow-wrap:anywhere}
header,main,footer{max-width:680px;margin:0 auto;padding:0 20px}
header{display:flex;justify-content:space-between;gap:16px;align-items:center;padding-top:20px;padding-bottom:20px;color:var(--soft)}
header strong{color:var(--ink)}
main{padding-bottom:24px}
h1{font-size:26px;line-height:1.25;margin:0 0 8px;letter-spacing:-.01em}
h2{font-size:18px;margin:0 0 8px}
p{margin:0 0 12px}
section,form.card{background:var(--surface);border:1px solid var(--line);border-radius:12px;padding:20px;margin:16px 0}
section>:last-child,form.card>:last-child{margin-bottom:0}
dl{margin:0;display:grid;gap:12px}
dt{font-weight:600}
dd{margin:0}
a{color:var(--accent)}
.soft{color:var(--soft)}
.small{font-size:14px}
.quote{border-left:3px solid var(--line);padding-left:12px;white-space:pre-wrap}
.note,.good,.bad{border-radius:8px;padding:12px 16px;margin:0 0 16px;background:var(--note-soft)}
.good{background:var(--good-soft);color:var(--good)}
.bad{background:var(--bad-soft);color:var(--bad)}
label,legend{display:block;font-weight:600;margin:0 0 4px}
fieldset{border:0;margin:0 0 16px;padding:0;min-width:0}
.choice{display:flex;gap:10px;align-items:flex-start;font-weight:400;padding:9px 0;margin:0;border-top:1px solid var(--line)}
.choice:first-of-type{border-top:0}
.choice input{margin:5px 0 0;flex:none;width:17px;height:17px;accent-color:var(--accent)}
input[type=text],input[type=email],input[type=url],textarea,select{width:100%;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--soft);border-radius:8px;padding:10px 12px;margin:0 0 4px}
textarea{min-height:150px;resize:vertical}
input[type=file]{width:100%;font:inherit;margin:0 0 4px}
.field{margin:0 0 18px}
button,.button{font:inherit;font-weight:600;background:var(--accent);color:var(--on);border:0;border-radius:8px;padding:12px 20px;min-height:46px;cursor:pointer}
button.plain{background:none;color:var(--accent);padding-left:0}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
.trap{position:absolute;left:-9999px;width:1px;height:1px;overflow:hidden}
.steps{display:flex;gap:6px;list-style:none;padding:0;margin:0 0 20px}
.steps li{flex:1;height:5px;border-radius:3px;background:var(--line)}
.steps li.on{background:var(--accent)}
.row{display:flex;gap:16px;align-items:center;flex-wrap:wrap}
ol.plain{margin:0;padding-left:20px}
footer{padding-bottom:40px}
`;
const hash = createHash("sha256").update(style).digest("base64");

const headers = {
  "content-security-policy": `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'`,
  "cache-control": "no-store",
  "x-robots-tag": "noindex",
  // The address is the key: it goes nowhere.
  "referrer-policy": "no-referrer",
};

export function sendPage(
  reply: FastifyReply,
  page: { language: Language; marketplace: string; title: string; body: Html; path?: string | undefined },
  status = 200,
): FastifyReply {
  const { language, title, body, marketplace, path } = page;
  const texts = publicTexts[language];
  const other = language === "en" ? "fr" : "en";
  const whole = html`<!doctype html><html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · ${marketplace}</title><style>`;
  const rest = html`</style></head><body><header><strong>${marketplace}</strong>${
    path !== undefined &&
    html`<a href="${path}${path.includes("?") ? "&" : "?"}lang=${other}" hreflang="${other}" lang="${other}">${publicTexts[other].name}</a>`
  }</header><main>${body}</main><footer class="soft small">${texts.footer}</footer></body></html>`;
  return reply
    .code(status)
    .headers(headers)
    .type("text/html; charset=utf-8")
    .serializer(String)
    .send(whole.text + style + rest.text);
}

/** An error as people read it; its code stands in it for whoever helps them. */
export function sendFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = problemOf(error, request.id);
  if (problem.status >= 500) request.log.error({ err: error }, "request failed");
  if (problem.status === 429 && !reply.hasHeader("retry-after")) reply.header("retry-after", "600");
  const language = languageOf(request);
  const texts = publicTexts[language];
  const told: Record<string, string> = texts.errors;
  const body = html`<h1>${texts.failed}</h1><p class="bad" role="alert">${told[problem.code] ?? problem.detail ?? problem.title}</p><p class="soft small">${problem.code} · ${problem.request_id}</p>`;
  return sendPage(reply, { language, marketplace: "Assay", title: texts.failed, body }, problem.status);
}

/** Asked for in the address, else what the page would speak, else what the browser asks for. */
export function languageOf(request: FastifyRequest, otherwise?: string): Language {
  const asked = (request.query as { lang?: unknown } | undefined)?.lang;
  const accepted = /\b(fr|en)\b/i.exec(request.headers["accept-language"] ?? "")?.[1]?.toLowerCase();
  return [asked, otherwise, accepted].find((one): one is Language => one === "en" || one === "fr") ?? "en";
}
