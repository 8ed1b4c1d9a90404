/** What users do, as events: this is all that a marketplace has to write to be checked by Assay. */
import { randomUUID } from "node:crypto";
import { type Client, type Decision, event } from "@assay/sdk";
import type { Desk } from "../desk.ts";
import type { Entry, Shop } from "../shop.ts";
import type { Language } from "../simulation/catalogue.ts";

/** What the ad form gives. */
export interface AdInput {
  title: string;
  description: string;
  category: string;
  grade: string;
  price: number;
  brand?: string;
  pictures: { url: string; content?: string }[];
}

/** Who acts, from where, in which language. */
export interface Actor {
  account: string;
  client: Client;
  language: Language;
}

const newId = (prefix: string) => `${prefix}_${randomUUID().replaceAll("-", "").slice(0, 16)}`;

/** Whoever posts an ad waits a moment for its pictures, in seconds; so they are looked at before those of the simulated people. */
const lookS = 1;

export class Acts {
  readonly #desk: Desk;
  readonly #shop: Shop;

  constructor(desk: Desk, shop: Shop) {
    this.#desk = desk;
    this.#shop = shop;
  }

  async join(
    who: { name: string; email: string; phone?: string; description?: string },
    client: Client,
    language: Language,
  ) {
    const id = newId("acc");
    const data = { id, ...who, country: "FR", capacity: "private" as const, language };
    await this.#desk.send(event("account.created", data, { client }));
    return id;
  }

  async logIn({ account, client }: Actor): Promise<void> {
    await this.#desk.send(event("session.started", { id: newId("ses"), account }, { client }));
  }

  async post(by: Actor, ad: AdInput): Promise<string> {
    const id = newId("lst");
    const data = { id, revision: 1, ...listing(by, ad) };
    await this.#desk.send(event("listing.created", data, { client: by.client }), lookS);
    return id;
  }

  /** Without new pictures the ad keeps those that it has. */
  async edit(by: Actor, entry: Entry, ad: AdInput): Promise<void> {
    const before = entry.revisions.at(-1)!.data["pictures"] as AdInput["pictures"] | undefined;
    const pictures = ad.pictures.length > 0 ? ad.pictures : (before ?? []);
    const data = { id: entry.id, revision: entry.revisions.length + 1, ...listing(by, { ...ad, pictures }) };
    await this.#desk.send(event("listing.updated", data, { client: by.client }), lookS);
  }

  async takeDown(by: Actor, entry: Entry): Promise<void> {
    const data = { ...entry.revisions.at(-1)!.data, seller: entry.owner };
    await this.#desk.send(event("listing.removed", data, { client: by.client }));
  }

  async ask({ account, client, language }: Actor, listing: string, text: string): Promise<void> {
    await this.#desk.send(
      event("question.asked", { id: newId("qst"), from: account, listing, text, language }, { client }),
    );
  }

  async write(
    { account, client, language }: Actor,
    note: { conversation: string; to: string; listing: string; text: string },
  ): Promise<Decision | undefined> {
    return this.#desk.send(event("message.sent", { id: newId("msg"), from: account, language, ...note }, { client }));
  }

  /** An order closes the ad when Assay lets it through. */
  async buy(by: Actor, entry: Entry): Promise<boolean> {
    const { price } = entry.revisions.at(-1)!.data as { price?: { amount: number; currency?: string } };
    const data = { id: newId("ord"), buyer: by.account, seller: entry.owner, listing: entry.id, ...price };
    const decision = await this.#desk.send(event("order.placed", data, { client: by.client }));
    if (decision && (decision.outcome === "refuse" || decision.visibility === "held")) return false;
    await this.takeDown(by, entry);
    return true;
  }

  async review({ account, client, language }: Actor, order: Entry, rating: number, text: string): Promise<void> {
    const { seller, listing } = order.revisions[0]!.data as { seller?: string; listing?: string };
    const data = { id: newId("rev"), author: account, about: seller, order: order.id, listing, rating, text, language };
    await this.#desk.send(event("review.posted", data, { client }));
  }

  /** The conversation of a buyer about an ad. */
  conversation(listing: string, buyer: string): string {
    return `${listing}:${buyer}`;
  }

  account(id: string): Entry | undefined {
    return this.#shop.entry("account", id);
  }
}

function listing({ account, language }: Actor, ad: AdInput) {
  return {
    seller: account,
    title: ad.title,
    description: ad.description,
    category: ad.category,
    ...(ad.brand && { brand: ad.brand }),
    condition: { grade: ad.grade },
    price: { amount: ad.price, currency: "EUR", type: "fixed" as const },
    pictures: ad.pictures,
    language,
  };
}
