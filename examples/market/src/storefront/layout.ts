/** The frame around every page. */
import type { Entry } from "../shop.ts";
import type { Language } from "../simulation/catalogue.ts";
import { Html, html } from "./html.ts";
import { type UiWords, uiWords } from "./words.ts";

/** Who looks, and in which language. */
export interface Visit {
  language: Language;
  t: UiWords;
  /** The account that is logged in. */
  me?: Entry;
  /** Where the visitor is, for coming back after a change of language. */
  path: string;
}

export const nameOf = (account: Entry | undefined): string =>
  String(account?.revisions.at(-1)?.data["name"] ?? account?.id ?? "?");

export const visit = (language: Language, path: string, me?: Entry): Visit => ({
  language,
  t: uiWords[language],
  path,
  ...(me && { me }),
});

export function page({ t, language, me, path }: Visit, title: string, body: Html, search = ""): string {
  return html`<!doctype html>
<html lang="${language}">
<head>
  <meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
  <title>${title} · Brocante</title>
  <link rel="stylesheet" href="/style.css"><link rel="icon" href="data:image/svg+xml,${encodeURIComponent(logo.text)}">
  <script src="/script.js" defer></script>
</head>
<body>
  <p class="demo">${t.demo}</p>
  <header${me ? html` class="known"` : ""}>
    <a class="brand" href="/" aria-label="Brocante">${logo}<span>Brocante</span></a>
    <form class="search" action="/" role="search"><input type="search" name="q" value="${search}" placeholder="${t.searchHint}" aria-label="${t.search}"></form>
    <nav aria-label="Brocante">
      ${
        me
          ? html`<a href="/messages">${t.messages}</a><a href="/mine">${t.mine}</a>`
          : html`<a href="/login">${t.logIn}</a>`
      }
      <a class="button" href="/sell">${t.sell}</a>
    </nav>
  </header>
  <main>${body}</main>
  <footer>
    <p>${t.checked}</p>
    <div class="row">
      ${me && html`<a href="/people/${encodeURIComponent(me.id)}">${nameOf(me)}</a> <form class="inline" method="post" action="/logout"><button class="link">${t.logOut}</button></form>`}
      <form class="inline" method="post" action="/language"><input type="hidden" name="back" value="${path}"><button class="link" lang="${language === "fr" ? "en" : "fr"}">${t.language}</button></form>
    </div>
  </footer>
</body>
</html>`.text;
}

const logo = new Html(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="30" height="30" aria-hidden="true"><path d="M4 13 6 5h20l2 8Z" fill="#c8553d"/><path d="M4 13h24v2a3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0 3 3 0 0 1-6 0Z" fill="#f2b880"/><path d="M6 19h20v9H6Z" fill="#2f4858"/><path d="M10 21h6v7h-6Z" fill="#f7f0e6"/></svg>`,
);
