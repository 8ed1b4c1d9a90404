/** The pages that everybody sees: browsing, an ad, a person. */
import { type Entry, masked, type Revision, type Shop } from "../shop.ts";
import { categories, categoryIds } from "../simulation/catalogue.ts";
import { type Html, html } from "./html.ts";
import { nameOf, page, type Visit } from "./layout.ts";
import { standing, statementOf } from "./standing.ts";
import { gradeWords } from "./words.ts";

const pageSize = 24;

export interface Search {
  q?: string;
  category?: string;
  page: number;
}

export function browsePage(visit: Visit, shop: Shop, search: Search): string {
  const { t, language } = visit;
  const words = (search.q ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const found: { entry: Entry; revision: Revision }[] = [];
  for (const entry of shop.all("listing").toReversed()) {
    const revision = shop.shown(entry);
    if (!revision) continue;
    const { data } = revision;
    if (search.category && data["category"] !== search.category) continue;
    const text = `${data["title"]} ${data["description"]} ${data["brand"] ?? ""}`.toLowerCase();
    if (words.every((word) => text.includes(word))) found.push({ entry, revision });
  }
  const shown = found.slice(0, search.page * pageSize);
  const chip = (id: string | undefined, name: string) =>
    html`<a class="chip" href="/${id ? `?category=${id}` : ""}"${search.category === id ? html` aria-current="page"` : ""}>${name}</a>`;
  const next = new URLSearchParams({
    ...(search.q && { q: search.q }),
    ...(search.category && { category: search.category }),
    page: String(search.page + 1),
  });
  return page(
    visit,
    t.tagline,
    html`
    ${!search.q && !search.category && html`<section class="hero"><h1>${t.tagline}</h1><p>${t.payNote}</p></section>`}
    <nav class="chips" aria-label="${t.category}">${chip(undefined, t.all)}${categoryIds.map((id) => chip(id, categories[id][language]))}</nav>
    <p class="muted" role="status">${t.results.replace("{n}", String(found.length))}</p>
    ${found.length === 0 ? html`<p>${t.nothing}</p>` : html`<ul class="cards">${shown.map((one) => card(visit, one.entry, one.revision))}</ul>`}
    ${found.length > shown.length && html`<p class="center"><a class="button quiet" href="/?${next.toString()}">${t.more}</a></p>`}`,
    search.q,
  );
}

function card(visit: Visit, { id }: Entry, revision: Revision): Html {
  const { data } = revision;
  return html`<li class="card"><a href="/ads/${encodeURIComponent(id)}">
    ${picture(data, 0)}
    <strong class="price">${priceOf(visit, data)}</strong>
    <span class="title">${masked(revision, "title")}</span>
    <span class="muted">${conditionOf(visit, data)} · ${ago(visit, revision.time)}</span>
  </a></li>`;
}

export function adPage(visit: Visit, shop: Shop, entry: Entry, notice?: string): string {
  const { t, language, me } = visit;
  const own = me?.id === entry.owner;
  const latest = entry.revisions.at(-1)!;
  const revision = shop.shown(entry) ?? (own ? latest : undefined);
  if (!revision)
    return page(visit, t.gone, html`<h1>${entry.closed ? t.sold : t.gone}</h1><p><a href="/">${t.all}</a></p>`);
  const { data } = revision;
  const seller = shop.entry("account", entry.owner);
  const questions = shop.all("question").filter((one) => one.revisions[0]?.data["listing"] === entry.id);
  const category = categories[data["category"] as keyof typeof categories];
  return page(
    visit,
    String(data["title"]),
    html`
    ${notice && html`<p class="notice" role="status">${notice}</p>`}
    ${own && statusBox(visit, shop, entry)}
    <article class="ad">
      <div class="gallery">${pictures(data).map((_, i) => picture(data, i))}</div>
      <div>
        <p class="muted">${category?.[language] ?? ""} · ${ago(visit, revision.time)}</p>
        <h1>${masked(revision, "title")}</h1>
        <p class="price big">${priceOf(visit, data)}</p>
        <p><span class="tag">${conditionOf(visit, data)}</span>${data["brand"] ? html` <span class="tag">${String(data["brand"])}</span>` : ""}</p>
        <p class="description">${masked(revision, "description")}</p>
        <p>${t.by} <a href="/people/${encodeURIComponent(entry.owner)}">${nameOf(seller)}</a>${stars(shop, entry.owner)}</p>
        ${
          own || entry.closed
            ? ""
            : html`<form method="post" action="/ads/${encodeURIComponent(entry.id)}/buy"><button class="wide">${t.buy}</button></form>
        <form method="post" action="/ads/${encodeURIComponent(entry.id)}/message"><label>${t.write}<textarea name="text" rows="2" required maxlength="2000"></textarea></label><button class="quiet wide">${t.send}</button></form>
        <p class="hint">${t.payNote}</p>`
        }
      </div>
    </article>
    <section><h2>${t.questions}</h2>
      ${questions.length === 0 ? html`<p class="muted">${t.noQuestions}</p>` : html`<ul class="talk">${questions.map((one) => question(visit, shop, one))}</ul>`}
      ${!own && !entry.closed && html`<form method="post" action="/ads/${encodeURIComponent(entry.id)}/question"><label>${t.ask}<input name="text" required maxlength="500"></label><button class="quiet">${t.send}</button></form>`}
    </section>`,
  );
}

function question(visit: Visit, shop: Shop, entry: Entry): Html | false {
  const shown = shop.shown(entry);
  const mine = visit.me?.id === entry.owner;
  const revision = shown ?? (mine ? entry.revisions[0] : undefined);
  if (!revision) return false;
  const name = nameOf(shop.entry("account", entry.owner));
  return html`<li><strong>${name}</strong> ${masked(revision, "text")}${mine && !shown && html` <em class="muted">${standing(revision) === "removed" ? visit.t.removedMessage : visit.t.checkingMessage}</em>`}</li>`;
}

/** What the seller is told of their own ad. */
export function statusBox(visit: Visit, shop: Shop, entry: Entry): Html {
  const { t } = visit;
  const revision = entry.revisions.at(-1)!;
  const state = standing(revision);
  const words: Record<typeof state, readonly [string, string]> = {
    online: [t.online, ""],
    limited: [t.limited, ""],
    checking: [t.checking, entry.revisions.length > 1 && shop.shown(entry) ? t.checkingEdit : t.checkingAd],
    changes: [t.changes, t.changesAd],
    removed: [t.refused, t.refusedAd],
    unsent: [t.unsent, t.unsentAd],
  };
  const [head, text] = entry.closed ? [t.sold, ""] : words[state];
  const statement = statementOf(revision);
  const path = `/ads/${encodeURIComponent(entry.id)}`;
  const fixable = state === "changes" || statement?.fixable === true;
  return html`<section class="status ${state}" aria-live="polite"${!entry.closed && (state === "checking" || state === "unsent") ? html` data-refresh` : ""}>
    <h2>${head}</h2>${text && html`<p>${text}</p>`}
    ${state !== "online" && statement && html`<p class="statement">${statement.text}</p>`}
    ${state !== "online" && statement?.contest_url && html`<p><a href="${statement.contest_url}">${t.contest}</a></p>`}
    ${
      !entry.closed &&
      html`<div class="row">${(state !== "removed" || fixable) && html`<a class="button" href="${path}/edit">${fixable && state !== "online" ? t.fix : t.edit}</a>`}
      <form class="inline" method="post" action="${path}/remove"><button class="quiet">${t.remove}</button></form></div>`
    }
  </section>`;
}

export function personPage(visit: Visit, shop: Shop, account: Entry): string {
  const { t } = visit;
  const data = account.revisions.at(-1)!.data;
  const shownProfile = shop.shown(account);
  const ads = shop.all("listing").filter((one) => one.owner === account.id);
  const reviews = shop.all("review").filter((one) => one.revisions[0]?.data["about"] === account.id);
  return page(
    visit,
    nameOf(account),
    html`<h1>${nameOf(account)}${stars(shop, account.id)}</h1>
    <p class="muted">${t.member} · ${String(data["city"] ?? data["country"] ?? "")}</p>
    ${shownProfile && data["description"] ? html`<p>${masked(shownProfile, "description")}</p>` : ""}
    <h2>${t.ads}</h2>
    <ul class="cards">${ads.map((one) => {
      const revision = shop.shown(one);
      return revision ? card(visit, one, revision) : "";
    })}</ul>
    <h2>${t.reviews}</h2>
    ${reviews.length === 0 ? html`<p class="muted">${t.noReviews}</p>` : ""}
    <ul class="talk">${reviews.map((one) => {
      const revision = shop.shown(one);
      return revision
        ? html`<li><span aria-label="${Number(revision.data["rating"])}/5">${"★".repeat(Number(revision.data["rating"] ?? 0))}</span> ${masked(revision, "text")} <em class="muted">${nameOf(shop.entry("account", one.owner))}</em></li>`
        : "";
    })}</ul>`,
  );
}

function stars(shop: Shop, account: string): Html | string {
  const ratings = shop
    .all("review")
    .filter((one) => one.revisions[0]?.data["about"] === account && shop.shown(one))
    .map((one) => Number(one.revisions.at(-1)?.data["rating"] ?? 0));
  if (ratings.length === 0) return "";
  const mean = ratings.reduce((sum, one) => sum + one, 0) / ratings.length;
  return html` <span class="stars">★ ${mean.toFixed(1)} (${ratings.length})</span>`;
}

const pictures = (data: Revision["data"]): { url?: string; content?: string }[] => {
  const list = data["pictures"];
  return Array.isArray(list) && list.length > 0 ? list : [{}];
};

/** Pictures are shown from where the market keeps them, whatever address Assay was given. */
function picture(data: Revision["data"], index: number): Html {
  const url = pictures(data)[index]?.url;
  if (!url) return html`<span class="picture none" aria-hidden="true">🏷️</span>`;
  const path = url.includes("/uploads/")
    ? url.slice(url.indexOf("/uploads/"))
    : `/pictures/${url.slice(url.lastIndexOf("/") + 1)}`;
  return html`<img class="picture" src="${path}" alt="${String(data["title"] ?? "")}" width="640" height="480" loading="lazy">`;
}

export function priceOf({ t, language }: Visit, data: Revision["data"]): string {
  const { amount = 0, type } = (data["price"] ?? {}) as { amount?: number; type?: string };
  if (type === "free") return t.free;
  if (type === "swap") return t.swap;
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency: "EUR",
    maximumFractionDigits: amount % 1 ? 2 : 0,
  }).format(amount);
}

function conditionOf({ language }: Visit, data: Revision["data"]): string {
  const { grade = "" } = (data["condition"] ?? {}) as { grade?: string };
  return gradeWords[language][grade] ?? grade;
}

export function ago({ t }: Visit, time: string): string {
  const days = Math.floor((Date.now() - Date.parse(time)) / 86_400_000);
  return days <= 0 ? t.today : days === 1 ? t.yesterday : t.daysAgo.replace("{n}", String(days));
}
