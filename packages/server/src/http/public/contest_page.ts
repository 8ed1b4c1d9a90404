/** The page behind a signed link: the statement or the report, what became of it, and the form to contest. */
import { type Contest, maxAppealFiles, maxAppealText } from "../../appeals.ts";
import { statementTexts } from "../../decisions/index.ts";
import { type Html, html } from "./html.ts";
import { type Language, publicTexts } from "./texts.ts";

const day = (language: Language, at: Date | string) => statementTexts[language]!.date(new Date(at));

const good = new Set(["upheld", "lifted", "withdrawn", "partly_upheld"]);

export interface ContestForm {
  /** What was typed before, where something was wrong with it. */
  text?: string;
  problem?: string | undefined;
  /** It was just sent. */
  received?: boolean;
}

/** @param path of the page itself, for its form */
export function contestPage(
  contest: Contest,
  language: Language,
  path: string,
  form: ContestForm,
): { title: string; body: Html } {
  const texts = publicTexts[language];
  const { state, subject, report, appeal, until } = contest;
  const title = report ? texts.report.title : texts.statement.title;
  const kind = texts.kinds[subject.kind] ?? subject.kind;
  const said = state === "open" ? "" : texts.states[state];
  const body = html`
<h1>${title}</h1>
<p class="soft">${report ? texts.report.received_on(day(language, report.received_at)) : `${texts.statement.about(kind)} · ${day(language, subject.at)}`}</p>
${form.received && html`<p class="good" role="status">${texts.contest.received}</p>`}
${said && html`<p class="${good.has(state) ? "good" : "note"}" ${form.received ? "" : html`role="status"`}>${said}</p>`}
${appeal?.answer && html`<section><h2>${texts.answer}</h2><p class="quote" dir="auto">${appeal.answer}</p></section>`}
${report ? reportPart(contest, language) : statementPart(contest, language)}
${appeal && html`<section><h2>${texts.contested_on(day(language, appeal.submitted_at))}</h2><p class="quote" dir="auto">${appeal.text}</p>${appeal.files.length > 0 && html`<p class="soft small">${texts.contest.files} · ${appeal.files.length}</p>`}</section>`}
${
  state === "open" &&
  until &&
  contestForm(language, path, form, {
    title: report ? texts.report.complain : texts.contest.title,
    lead: report ? texts.report.complain_lead(day(language, until)) : texts.contest.lead(day(language, until)),
  })
}`;
  return { title, body };
}

function statementPart({ statement, subject }: Contest, language: Language): Html {
  const { parts } = publicTexts[language].statement;
  const details = statement?.details;
  const row = (name: keyof typeof parts, text: string) =>
    text && html`<div><dt>${parts[name]}</dt><dd>${text}</dd></div>`;
  return html`<section>
${subject.title && html`<p class="quote" dir="auto">${subject.title}</p>`}
<p lang="${statement?.language ?? language}"><strong>${statement?.text}</strong></p>
${
  details &&
  html`<dl lang="${statement.language}">${[
    row("restrictions", `${details.restrictions.join(" ")} ${details.scope}`),
    row("facts", details.facts),
    row("grounds", details.grounds),
    row("automated", details.automated.text),
    row("redress", details.redress),
  ]}</dl>`
}</section>`;
}

function reportPart({ report, subject, state }: Contest, language: Language): Html {
  const texts = publicTexts[language].report;
  const told = report?.outcome && ["open", "done", "too_late"].includes(state) ? texts[report.outcome] : "";
  return html`${told && html`<p class="${report!.outcome === "upheld" ? "good" : "note"}">${told}</p>`}
<section><h2>${texts.yours}</h2>${subject.kind !== "report" && html`<p dir="auto"><strong>${subject.title}</strong></p>`}<p class="quote" dir="auto">${report?.text}</p></section>`;
}

function contestForm(
  language: Language,
  path: string,
  form: ContestForm,
  heads: { title: string; lead: string },
): Html {
  const texts = publicTexts[language].contest;
  const problem = form.problem && html`<p class="bad" role="alert" id="problem">${form.problem}</p>`;
  return html`<form class="card" method="post" action="${path}" enctype="multipart/form-data" id="contest">
<h2>${heads.title}</h2><p>${heads.lead}</p>${problem}
<input type="hidden" name="lang" value="${language}">
<div class="field"><label for="text">${texts.text}</label>
<textarea id="text" name="text" required maxlength="${maxAppealText}" aria-describedby="text-hint" dir="auto">${form.text ?? ""}</textarea>
<p class="soft small" id="text-hint">${texts.text_hint}</p></div>
<div class="field"><label for="files">${texts.files}</label>
<input id="files" name="files" type="file" multiple accept="image/jpeg,image/png,image/webp" aria-describedby="files-hint" data-most="${maxAppealFiles}">
<p class="soft small" id="files-hint">${texts.files_hint}</p></div>
<button>${texts.send}</button></form>`;
}
