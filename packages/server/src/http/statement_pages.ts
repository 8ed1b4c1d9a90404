/** The pages behind signed links: reading a statement or what became of a report, and contesting it with a text and pictures. */
import { AssayError } from "@assay/contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { LinkPurpose, LinkTarget } from "../access/index.ts";
import { type Contest, maxAppealFiles, maxAppealText, openAppeal, readContest, targetOf } from "../appeals.ts";
import type { Deps } from "../deps.ts";
import { savePicture } from "../measure/index.ts";
import { type ContestForm, contestPage } from "./public/contest_page.ts";
import { languageOf, sendFailure, sendPage } from "./public/frame.ts";
import { RateLimit } from "./public/rate.ts";
import { type Language, publicTexts } from "./public/texts.ts";
import type { App } from "./route.ts";

const params = z.object({ token: z.string().max(1500) });
const querystring = z.object({ lang: z.string().max(10).optional(), sent: z.string().max(1).optional() });

/** Largest picture that comes with an appeal, in bytes. */
const maxFileBytes = 10 * 1024 * 1024;
const minute = 60_000;

const pages: Record<LinkPurpose, string> = { decision: "/statement/:token", report: "/notice-status/:token" };

export async function statementPageRoutes(app: App, deps: Deps): Promise<void> {
  const reading = new RateLimit(300, 10 * minute);
  const sending = new RateLimit(20, 60 * minute);
  app.setErrorHandler((error, request, reply) => sendFailure(error, request, reply));

  for (const [purpose, url] of Object.entries(pages) as [LinkPurpose, string][]) {
    app.get(
      url,
      { config: { permission: "public" }, schema: { hide: true, params, querystring } },
      async (request, reply) => {
        reading.take(request.ip);
        const contest = await readContest(deps, request.params.token, purpose);
        return show(request, reply, contest, { received: request.query.sent === "1" && contest.appeal !== undefined });
      },
    );

    app.post(
      url,
      { config: { permission: "public" }, schema: { hide: true, params, querystring } },
      async (request, reply) => {
        sending.take(request.ip);
        const { token } = request.params;
        // Before anything that was sent is looked at.
        const target = await targetOf(deps, token, purpose);
        const contest = await readContest(deps, token, purpose);
        if (contest.state !== "open") refuse(contest);
        const given = await formOf(request);
        const language = given.language ?? languageOf(request, contest.language);
        const texts = publicTexts[language].contest;
        const text = given.text.trim();
        const problem = given.tooMany
          ? texts.too_many_files
          : text === ""
            ? texts.missing
            : text.length > maxAppealText
              ? texts.too_long
              : await problemWith(given.files, language);
        if (problem) return show(request, reply, contest, { text, problem }, language, 422);
        const files = await keep(target, given.files);
        await openAppeal(deps, target, { text, language, files });
        // A page that is loaded again sends nothing again.
        return reply
          .code(303)
          .header("location", `${request.url.split("?")[0]}?sent=1&lang=${language}`)
          .send();
      },
    );
  }

  function show(
    request: FastifyRequest,
    reply: FastifyReply,
    contest: Contest,
    form: ContestForm,
    language: Language = languageOf(request, contest.language),
    status = 200,
  ) {
    const path = request.url.split("?")[0]!;
    const { title, body } = contestPage(contest, language, path, form);
    return sendPage(reply, { language, marketplace: contest.marketplace, title, body, path }, status);
  }

  /** What is wrong with the pictures, if anything; they are decoded where they can be killed. */
  async function problemWith(files: readonly SentFile[], language: Language): Promise<string | undefined> {
    for (const file of files) {
      const { measurements, ...learnt } = await deps.pictures.learn(file.bytes);
      const look = measurements.picture_file;
      const why = look.state !== "done" ? "?" : look.value.problem?.replaceAll("_", " ");
      if (why) return publicTexts[language].contest.bad_file(file.name, why);
      Object.assign(file, { learnt: { measurements, ...learnt } });
    }
    return undefined;
  }

  async function keep({ marketplace }: LinkTarget, files: readonly SentFile[]): Promise<string[]> {
    const kept: string[] = [];
    for (const { bytes, learnt } of files) {
      const content = await deps.pictures.keep(bytes);
      const measurements = learnt!.measurements;
      await savePicture(deps.db.for(marketplace), marketplace, content, { content, measurements });
      kept.push(content);
    }
    return [...new Set(kept)];
  }
}

interface SentFile {
  name: string;
  bytes: Buffer;
  learnt?: Awaited<ReturnType<Deps["pictures"]["learn"]>>;
}

/** The form as it was sent; files that are empty are those that were not chosen. */
async function formOf(request: FastifyRequest) {
  if (!request.isMultipart()) throw new AssayError("unsupported_media_type");
  const limits = { fileSize: maxFileBytes, files: maxAppealFiles + 1, fields: 5, fieldSize: 64 * 1024 };
  const files: SentFile[] = [];
  let text = "";
  let language: Language | undefined;
  for await (const part of request.parts({ limits })) {
    if (part.type === "file") {
      const bytes = await part.toBuffer();
      if (bytes.length > 0) files.push({ name: (part.filename ?? "").slice(0, 100), bytes });
    } else if (part.fieldname === "text") text = cleaned(String(part.value));
    else if (part.fieldname === "lang" && (part.value === "en" || part.value === "fr")) language = part.value;
  }
  return { text, language, files, tooMany: files.length > maxAppealFiles };
}

/** Text as PostgreSQL keeps it: no NUL, no lone surrogates. */
export const cleaned = (text: string): string => text.toWellFormed().replaceAll("\u0000", "").replaceAll("\r\n", "\n");

function refuse({ state }: Contest): never {
  if (state === "too_late") throw new AssayError("contest_over");
  const contested = ["waiting", "upheld", "partly_upheld", "rejected"].includes(state);
  throw new AssayError(contested ? "already_contested" : "not_contestable");
}
