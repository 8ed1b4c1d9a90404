/** The three steps of the notice form, and what is said when it was sent. */
import { reportReasonOf, reportReasons } from "@assay/contract";
import { type Html, html } from "./html.ts";
import { type Language, publicTexts } from "./texts.ts";

export interface NoticeInput {
  url: string;
  reason: string;
  text: string;
  right: string;
  holder: string;
  name: string;
  email: string;
  faith: string;
  began: string;
}

const steps = [1, 2, 3];

/** What each step asks for; the rest travels hidden. */
const asked: Record<number, readonly (keyof NoticeInput)[]> = {
  1: ["url"],
  2: ["reason", "text"],
  3: ["right", "holder", "name", "email", "faith"],
};

export function noticePage(
  language: Language,
  path: string,
  { step, input, problem }: { step: number; input: NoticeInput; problem?: string },
): { title: string; body: Html } {
  const texts = publicTexts[language].notice;
  const hidden = Object.entries(input).filter(([name]) => !asked[step]!.includes(name as keyof NoticeInput));
  const body = html`
<h1>${texts.title}</h1>
${step === 1 && html`<p>${texts.lead}</p>`}
<p class="soft small" id="step">${texts.step(step)}</p>
<ol class="steps" aria-hidden="true">${steps.map((n) => html`<li class="${n <= step ? "on" : ""}"></li>`)}</ol>
<form class="card" method="post" action="${path}" novalidate>
${problem && html`<p class="bad" role="alert">${problem}</p>`}
<input type="hidden" name="step" value="${step}"><input type="hidden" name="lang" value="${language}">
${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`)}
<div class="trap" aria-hidden="true"><label>${texts.trap}<input type="text" name="website" tabindex="-1" autocomplete="off"></label></div>
${step === 1 ? where(language, input) : step === 2 ? why(language, input) : who(language, input)}
<div class="row"><button name="go" value="next">${step === 3 ? texts.send : texts.next}</button>
${step > 1 && html`<button class="plain" name="go" value="back" formnovalidate>${texts.back}</button>`}</div>
</form>
${step === 1 && html`<p class="soft small">${texts.who.authority_hint}</p>`}`;
  return { title: texts.title, body };
}

function where(language: Language, { url }: NoticeInput): Html {
  const texts = publicTexts[language].notice.where;
  return html`<h2>${texts.title}</h2>
<div class="field"><label for="url">${texts.url}</label>
<input id="url" name="url" type="text" inputmode="url" value="${url}" required maxlength="2000" aria-describedby="url-hint" autocomplete="off">
<p class="soft small" id="url-hint">${texts.url_hint}</p></div>`;
}

function why(language: Language, { reason, text }: NoticeInput): Html {
  const texts = publicTexts[language].notice.why;
  return html`<h2>${texts.title}</h2>
<fieldset><legend>${texts.reason}</legend>${Object.entries(reportReasons).map(
    ([code, { title }]) =>
      html`<label class="choice"><input type="radio" name="reason" value="${code}" ${code === reason && html`checked`}><span>${title[language]}</span></label>`,
  )}</fieldset>
<div class="field"><label for="text">${texts.text}</label>
<textarea id="text" name="text" required maxlength="5000" aria-describedby="text-hint" dir="auto">${text}</textarea>
<p class="soft small" id="text-hint">${texts.text_hint}</p></div>`;
}

function who(language: Language, input: NoticeInput): Html {
  const notice = publicTexts[language].notice;
  const texts = notice.who;
  const reason = reportReasonOf(input.reason);
  const claims = reason.queue === "rightsholders";
  const needed = reason.anonymous ? false : html`required`;
  return html`<h2>${texts.title}</h2>
<dl><div><dt>${notice.check.where}</dt><dd>${input.url}</dd></div><div><dt>${notice.check.why}</dt><dd>${reason.title[language]}</dd><dd class="quote" dir="auto">${input.text}</dd></div></dl>
<p></p>
${
  claims &&
  html`<div class="field"><label for="right">${texts.right}</label><input id="right" name="right" type="text" required maxlength="500" value="${input.right}" aria-describedby="right-hint"><p class="soft small" id="right-hint">${texts.right_hint}</p></div>
<div class="field"><label for="holder">${texts.holder}</label><input id="holder" name="holder" type="text" required maxlength="500" value="${input.holder}"></div>`
}
${reason.anonymous && html`<p class="note">${texts.optional}</p>`}
<div class="field"><label for="name">${texts.name}</label><input id="name" name="name" type="text" autocomplete="name" maxlength="200" ${needed} value="${input.name}"></div>
<div class="field"><label for="email">${texts.email}</label><input id="email" name="email" type="email" autocomplete="email" maxlength="254" ${needed} value="${input.email}" aria-describedby="email-hint">
<p class="soft small" id="email-hint">${texts.email_hint}</p></div>
<div class="field"><label class="choice"><input type="checkbox" name="faith" value="yes" required ${input.faith !== "" && html`checked`}><span>${texts.faith}</span></label></div>`;
}

/** @param link where it is followed; absent where people cannot reach this installation */
export function noticeDonePage(
  language: Language,
  id: string,
  link: string | undefined,
): { title: string; body: Html } {
  const texts = publicTexts[language].notice.done;
  return {
    title: texts.title,
    body: html`<h1>${texts.title}</h1><p class="good" role="status">${texts.text}</p>
<section><p><strong>${texts.number}</strong><br>${id}</p>${link && html`<p><a href="${new URL(link).pathname}">${texts.link}</a></p>`}</section>`,
  };
}
