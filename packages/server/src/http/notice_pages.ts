/** The public notice form (Digital Services Act, article 16): three steps, no log-in, no script. What was typed travels in the form itself. */
import { createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { AssayError, reportReasonOf, reportReasons } from "@assay/contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { keyedName, type MarketplaceRow, marketplaceById } from "../access/index.ts";
import type { Deps } from "../deps.ts";
import { workReport } from "../reporting.ts";
import { languageOf, sendFailure, sendPage } from "./public/frame.ts";
import { type NoticeInput, noticeDonePage, noticePage } from "./public/notice_page.ts";
import { RateLimit } from "./public/rate.ts";
import { type Language, publicTexts } from "./public/texts.ts";
import type { App } from "./route.ts";

const params = z.object({ marketplace: z.string().max(200) });
const querystring = z.object({ lang: z.string().max(10).optional(), url: z.string().max(2000).optional() });
const minute = 60_000;
/** A person needs longer than this for the form, in ms; and no longer than a day. */
const quickestMs = 3000;
const slowestMs = 24 * 60 * minute;
export const maxNoticeText = 5000;
const minNoticeText = 10;

const field = z.string().max(20_000).default("");
const formSchema = z.object({
  step: z.enum(["1", "2", "3"]),
  go: z.enum(["next", "back"]).default("next"),
  lang: z.enum(["en", "fr"]).optional(),
  url: field,
  reason: field,
  text: field,
  right: field,
  holder: field,
  name: field,
  email: field,
  faith: field,
  /** When the form was begun, and our signature of that. */
  began: z.string().max(200).default(""),
  /** People do not see it; programs fill it. */
  website: field,
});

export async function noticePageRoutes(app: App, deps: Deps): Promise<void> {
  const reading = new RateLimit(300, 10 * minute);
  const stepping = new RateLimit(120, 60 * minute);
  const sending = new RateLimit(10, 60 * minute);
  app.setErrorHandler((error, request, reply) => sendFailure(error, request, reply));
  app.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: 128 * 1024 },
    (_, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  const route = { config: { permission: "public" as const }, schema: { hide: true, params, querystring } };

  app.get("/notice/:marketplace", route, async (request, reply) => {
    reading.take(request.ip);
    const at = await openAt(request.params.marketplace);
    const began = signed(at.key, Date.now());
    const input = { ...blank, began, url: request.query.url ?? "" };
    return show(request, reply, at.row, { step: 1, input }, languageOf(request, at.language));
  });

  app.post(
    "/notice/:marketplace",
    { ...route, schema: { ...route.schema, body: formSchema } },
    async (request, reply) => {
      stepping.take(request.ip);
      const at = await openAt(request.params.marketplace);
      const { step: from, go, lang, website, ...rest } = request.body;
      const language = lang ?? languageOf(request, at.language);
      const input: NoticeInput = tidied(rest);
      const step = Number(from);
      if (go === "back") return show(request, reply, at.row, { step: Math.max(1, step - 1), input }, language);
      const problem = problemAt(step, input, language);
      if (problem) return show(request, reply, at.row, { step, input, problem }, language, 422);
      if (step < 3) return show(request, reply, at.row, { step: step + 1, input }, language);
      // All of it again: what stands in hidden fields came from outside too.
      for (const earlier of [1, 2]) {
        const missing = problemAt(earlier, input, language);
        if (missing) return show(request, reply, at.row, { step: earlier, input, problem: missing }, language, 422);
      }
      const age = Date.now() - beganAt(at.key, input.began);
      if (!(age >= quickestMs && age <= slowestMs)) {
        const fresh = { ...input, began: signed(at.key, Date.now() - (age > slowestMs ? quickestMs : 0)) };
        const problem = publicTexts[language].notice.too_fast;
        return show(request, reply, at.row, { step, input: fresh, problem }, language, 422);
      }
      sending.take(request.ip);
      // Whoever fills what people do not see is thanked, and nothing comes of it.
      const id = `rpt_${randomUUID().replaceAll("-", "")}`;
      const link = website === "" ? await send(at.row.id, at.key, id, input, language, request) : undefined;
      const body = noticeDonePage(language, id, link);
      return sendPage(reply, { language, marketplace: at.row.name, title: body.title, body: body.body });
    },
  );

  /** @throws AssayError `not_found` where there is no such marketplace, or it takes no reports here */
  async function openAt(id: string): Promise<{ row: MarketplaceRow; key: string; language: string | undefined }> {
    const row = await marketplaceById(deps.db.for(id), id);
    if (!row) throw new AssayError("not_found");
    const { settings } = await deps.policies.current(id);
    if (settings.notices?.form === false) throw new AssayError("not_found");
    return { row, key: await deps.voices.key(id), language: settings.statements?.language };
  }

  async function send(
    marketplace: string,
    key: string,
    id: string,
    input: NoticeInput,
    language: Language,
    request: FastifyRequest,
  ): Promise<string | undefined> {
    const { url, reason, text, right, holder, name, email } = input;
    const claim = reportReasonOf(reason).queue === "rightsholders" && right !== "";
    const by = email === "" ? "form_anonymous" : `form_${keyedName(key, email.toLowerCase())}`;
    const given = Object.fromEntries(
      Object.entries({ url, text, right, holder, name, email }).filter(([, v]) => v !== ""),
    );
    const type = claim ? "rights_claim" : "notice";
    const data = { id, by, type, reason, ...given, language, good_faith: true, origin: "form" };
    const event = { id, type: "report.created", time: new Date().toISOString(), client: { ip: request.ip }, data };
    await deps.pipeline.submit(event, marketplace);
    await workReport(deps, marketplace, id);
    return (await deps.voices.of(marketplace)).link("report", id, new Date());
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    row: MarketplaceRow,
    at: { step: number; input: NoticeInput; problem?: string },
    language: Language,
    status = 200,
  ) {
    const path = request.url.split("?")[0]!;
    const { title, body } = noticePage(language, path, at);
    // Another language is chosen before anything was typed.
    return sendPage(reply, { language, marketplace: row.name, title, body, ...(at.step === 1 && { path }) }, status);
  }
}

const blank: NoticeInput = {
  url: "",
  reason: "",
  text: "",
  right: "",
  holder: "",
  name: "",
  email: "",
  faith: "",
  began: "",
};

function tidied(input: NoticeInput): NoticeInput {
  const clean = (text: string) => text.toWellFormed().replaceAll("\u0000", "").replaceAll("\r\n", "\n").trim();
  return Object.fromEntries(Object.entries(input).map(([name, text]) => [name, clean(text)])) as unknown as NoticeInput;
}

/** Good enough to catch what was mistyped; whether it is somebody's shows when it is written to. */
const mailPattern = /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/;

/** What is wrong with what a step asked for, if anything. */
function problemAt(step: number, input: NoticeInput, language: Language): string | undefined {
  const { where, why, who } = publicTexts[language].notice;
  if (step === 1) return input.url.length < 2 || input.url.length > 2000 ? where.none : undefined;
  const reason = Object.hasOwn(reportReasons, input.reason) ? reportReasonOf(input.reason) : undefined;
  if (step === 2) {
    if (!reason) return why.missing_reason;
    return input.text.length < minNoticeText || input.text.length > maxNoticeText ? why.missing_text : undefined;
  }
  if (input.faith === "") return who.faith_needed;
  if (!reason?.anonymous && (input.name === "" || input.email === "")) return who.needed;
  if (input.email !== "" && (input.email.length > 254 || !mailPattern.test(input.email))) return who.bad_email;
  if (input.name.length > 200) return who.needed;
  const claims = reason?.queue === "rightsholders";
  return claims && (input.right === "" || input.holder === "" || input.right.length + input.holder.length > 1000)
    ? who.missing_right
    : undefined;
}

const mark = (key: string, at: string) => createHmac("sha256", key).update(`began\0${at}`).digest("base64url");
const signed = (key: string, at: number) => `${at}.${mark(key, String(at))}`;

/** @returns ms since 1970; NaN where it is not ours */
function beganAt(key: string, token: string): number {
  const [at = "", given = ""] = token.split(".");
  const [own, other] = [Buffer.from(mark(key, at)), Buffer.from(given)];
  return own.length === other.length && timingSafeEqual(own, other) ? Number(at) : Number.NaN;
}
