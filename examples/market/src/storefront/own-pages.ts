/** The pages of one's own things: the ad form, messages, orders, joining. */
import { type Entry, masked, type Revision, type Shop } from "../shop.ts";
import { categories, categoryIds } from "../simulation/catalogue.ts";
import { type Html, html } from "./html.ts";
import { nameOf, page, type Visit } from "./layout.ts";
import { ago, priceOf, statusBox } from "./pages.ts";
import { standing, statementOf } from "./standing.ts";
import { gradeWords } from "./words.ts";

/** What was given in vain: what is wrong with it, and the fields as they were filled in. */
export interface Retry {
  problem: string;
  fields: Record<string, string>;
}

/** A new ad, or an existing one to edit; what was wrong with it stands above. */
export function adForm(visit: Visit, shop: Shop, entry?: Entry, retry?: Retry): string {
  const { t, language } = visit;
  const data = entry?.revisions.at(-1)?.data;
  const { grade: gradeNow = "good" } = (data?.["condition"] ?? {}) as { grade?: string };
  const { amount: amountNow = "" } = (data?.["price"] ?? {}) as { amount?: number | string };
  const value = (field: string, now = data?.[field]) => retry?.fields[field] ?? String(now ?? "");
  const grade = value("grade", gradeNow);
  const amount = value("price", amountNow);
  const option = (id: string, name: string, chosen: boolean) =>
    html`<option value="${id}"${chosen ? html` selected` : ""}>${name}</option>`;
  return page(
    visit,
    entry ? t.editAd : t.newAd,
    html`<h1>${entry ? t.editAd : t.newAd}</h1>
    ${retry && html`<p class="notice bad" role="alert">${retry.problem}</p>`}
    ${entry && standing(entry.revisions.at(-1)!) !== "online" && statusBox(visit, shop, entry)}
    <form class="stack" method="post" enctype="multipart/form-data" action="${entry ? `/ads/${encodeURIComponent(entry.id)}` : "/sell"}">
      <label>${t.title}<input name="title" required maxlength="120" value="${value("title")}"></label>
      <label>${t.description}<textarea name="description" rows="7" required maxlength="5000">${value("description")}</textarea></label>
      <div class="columns">
        <label>${t.category}<select name="category">${categoryIds.map((id) => option(id, categories[id][language], value("category") === id))}</select></label>
        <label>${t.condition}<select name="grade">${Object.entries(gradeWords[language]).map(([id, name]) => option(id, name, grade === id))}</select></label>
        <label>${t.price}<input name="price" type="number" min="0" max="1000000" step="0.01" required value="${amount}"></label>
        <label>${t.brand} <small>(${t.optional})</small><input name="brand" maxlength="60" value="${value("brand")}"></label>
      </div>
      <label>${t.pictures} <small>${t.picturesHint}</small><input type="file" name="pictures" accept="image/jpeg,image/png,image/webp" multiple></label>
      <div class="preview" aria-live="polite"></div>
      <button>${entry ? t.save : t.publish}</button>
    </form>`,
  );
}

export function minePage(visit: Visit, shop: Shop, me: Entry): string {
  const { t } = visit;
  const ads = shop.all("listing").filter((one) => one.owner === me.id);
  const orders = shop.all("order").filter((one) => one.owner === me.id);
  const badge = (entry: Entry): Html => {
    const state = standing(entry.revisions.at(-1)!);
    const names = {
      online: t.online,
      limited: t.limited,
      checking: t.checking,
      changes: t.changes,
      removed: t.refused,
      unsent: t.unsent,
    };
    return html`<span class="tag ${entry.closed ? "" : state}">${entry.closed ? t.sold : names[state]}</span>`;
  };
  return page(
    visit,
    t.mine,
    html`<h1>${t.mine}</h1>
    ${shop.suspended(me.id) && html`<p class="notice bad">${t.suspended}</p>`}
    <h2>${t.ads}</h2>
    ${ads.length === 0 ? html`<p class="muted">${t.nothing}</p>` : ""}
    <ul class="talk">${ads.toReversed().map((entry) => {
      const revision = entry.revisions.at(-1)!;
      const statement = statementOf(revision);
      return html`<li><a href="/ads/${encodeURIComponent(entry.id)}">${String(revision.data["title"])}</a> ${badge(entry)} <span class="muted">${priceOf(visit, revision.data)}</span>
        ${statement && standing(revision) !== "online" && !entry.closed ? html`<br><span class="statement">${statement.text}</span>` : ""}</li>`;
    })}</ul>
    <h2>${t.orders}</h2>
    ${orders.length === 0 ? html`<p class="muted">${t.nothing}</p>` : ""}
    <ul class="talk">${orders.toReversed().map((entry) => orderRow(visit, shop, me, entry))}</ul>`,
  );
}

function orderRow({ t }: Visit, shop: Shop, me: Entry, entry: Entry): Html {
  const data = entry.revisions[0]!.data;
  const listing = shop.entry("listing", String(data["listing"]));
  const done = shop.all("review").some((one) => one.owner === me.id && one.revisions[0]?.data["order"] === entry.id);
  return html`<li>${String(listing?.revisions.at(-1)?.data["title"] ?? data["listing"])} <span class="tag">${t.bought}</span>
    ${
      done
        ? html`<span class="muted">${t.thanks}</span>`
        : html`<form class="columns" method="post" action="/orders/${encodeURIComponent(entry.id)}/review">
      <label>${t.rating}<select name="rating">${[5, 4, 3, 2, 1].map((n) => html`<option value="${n}">${"★".repeat(n)}</option>`)}</select></label>
      <label>${t.review}<input name="text" required maxlength="1000"></label><button class="quiet">${t.send}</button></form>`
    }</li>`;
}

export interface Conversation {
  id: string;
  other: string;
  listing: string;
  messages: Entry[];
}

/** One's conversations, the latest first. */
export function conversationsOf(shop: Shop, me: Entry): Conversation[] {
  const all = new Map<string, Conversation>();
  for (const entry of shop.all("message")) {
    const data = entry.revisions[0]!.data;
    const [from, to] = [String(data["from"]), String(data["to"])];
    if (from !== me.id && to !== me.id) continue;
    const id = String(data["conversation"]);
    const known = all.get(id) ?? {
      id,
      other: from === me.id ? to : from,
      listing: String(data["listing"]),
      messages: [],
    };
    known.messages.push(entry);
    all.delete(id);
    all.set(id, known);
  }
  return [...all.values()].toReversed();
}

export function messagesPage(visit: Visit, shop: Shop, me: Entry, open?: Conversation): string {
  const { t } = visit;
  const title = (one: Conversation) =>
    String(shop.entry("listing", one.listing)?.revisions.at(-1)?.data["title"] ?? "");
  const all = conversationsOf(shop, me);
  const list = html`<ul class="talk">${all.map(
    (one) =>
      html`<li><a href="/messages/${encodeURIComponent(one.id)}">${nameOf(shop.entry("account", one.other))}</a> <span class="muted">${title(one)}</span></li>`,
  )}</ul>`;
  if (!open) {
    return page(
      visit,
      t.messages,
      html`<h1>${t.messages}</h1>${all.length === 0 ? html`<p class="muted">${t.nothing}</p>` : list}`,
    );
  }
  const warning = shop.warning(me.id, open.other)?.[visit.language];
  return page(
    visit,
    t.messages,
    html`<p><a href="/messages">← ${t.messages}</a></p>
    <h1>${nameOf(shop.entry("account", open.other))}</h1>
    ${warning !== undefined && html`<p class="notice bad">${warning}</p>`}
    <p class="muted"><a href="/ads/${encodeURIComponent(open.listing)}">${title(open)}</a></p>
    <ol class="chat" data-live>${open.messages.map((one) => bubble(visit, shop, me, one))}</ol>
    <form class="stack" method="post" action="/messages/${encodeURIComponent(open.id)}"><label>${t.yourMessage}<textarea name="text" rows="3" required maxlength="2000"></textarea></label><button>${t.send}</button></form>
    <p class="hint">${t.payNote}</p>`,
  );
}

/** One message: its writer sees what became of it, the other only what was delivered. */
function bubble(visit: Visit, shop: Shop, me: Entry, entry: Entry): Html | false {
  const { t } = visit;
  const revision: Revision = entry.revisions[0]!;
  const mine = entry.owner === me.id;
  const shown = shop.shown(entry);
  if (!shown && !mine) return false;
  const state = standing(revision);
  const note = shown
    ? revision.hidden.length > 0
      ? t.maskedNote
      : ""
    : state === "removed"
      ? t.removedMessage
      : t.checkingMessage;
  const statement = mine && !shown ? statementOf(revision) : undefined;
  return html`<li class="${mine ? "mine" : "theirs"}${shown ? "" : state === "removed" ? " stopped" : " waits"}"><span>${masked(revision, "text")}</span>
    ${note && html`<small>${note}</small>`}${statement && html`<small>${statement.text}</small>`}<small class="muted">${ago(visit, revision.time)}</small></li>`;
}

export function signUpPage(visit: Visit, problem?: string): string {
  const { t } = visit;
  return page(
    visit,
    t.signUp,
    html`<h1>${t.join}</h1>${problem && html`<p class="notice bad" role="alert">${problem}</p>`}
    <form class="stack narrow" method="post" action="/signup">
      <label>${t.name}<input name="name" required maxlength="80" autocomplete="name"></label>
      <label>${t.email}<input name="email" type="email" required maxlength="120" autocomplete="email"></label>
      <label>${t.phone} <small>(${t.optional})</small><input name="phone" type="tel" maxlength="30" autocomplete="tel"></label>
      <label>${t.about} <small>${t.aboutHint}</small><textarea name="description" rows="3" maxlength="1000"></textarea></label>
      <button>${t.signUp}</button>
    </form>`,
  );
}

export function logInPage(visit: Visit, people: readonly Entry[]): string {
  const { t } = visit;
  return page(
    visit,
    t.logIn,
    html`<h1>${t.pickName}</h1><p class="muted">${t.pickNameHint}</p>
    <p><a class="button" href="/signup">${t.signUp}</a> ${t.or}</p>
    <form method="post" action="/login"><ul class="people">${people.map(
      (one) => html`<li><button class="quiet" name="account" value="${one.id}">${nameOf(one)}</button></li>`,
    )}</ul></form>`,
  );
}
