/** How things happen: every person's doings are a script that yields one act after another and hears what became of each. */
import type { AssayEvent, Client, Decision, KnownEventType } from "@assay/sdk";
import type { Entry, Revision, Shop } from "../shop.ts";
import type { Ad } from "./goods.ts";
import { address, type Person, person } from "./people.ts";
import type { Random } from "./random.ts";
import type { Truth } from "./truth.ts";

export interface Act {
  /** Minutes since the script's last act. */
  after: number;
  type: KnownEventType;
  data: AssayEvent["data"];
  client: Client;
  truth: Truth;
}

/** Yields acts; is handed the decision of each (`undefined` when nobody decides, as in the past). */
export type Script<T = void> = Generator<Act, T, Decision | undefined>;

/** A visible ad as a buyer meets it. */
export interface Offer {
  entry: Entry;
  revision: Revision;
  price: number;
  title: string;
}

export interface World {
  shop: Shop;
  random: Random;
  /** Honest people who have an account, by id. */
  people: Map<string, Person>;
  /** What a scammer does when a buyer writes about this ad; honest sellers set none. */
  traps: Map<string, (world: World, buyer: Person, conversation: string) => Script>;
  /** How many of each kind have been made. */
  counters: Map<string, number>;
  /** The next id of a kind: `lst_…`. */
  id(prefix: string): string;
}

export type Given = { truth: Truth; after?: number; client?: Client };

function act(type: KnownEventType, by: Person, data: AssayEvent["data"], given: Given): Act {
  return { after: given.after ?? 1, type, data, client: given.client ?? by.client, truth: given.truth };
}

/** Opens an account for somebody. */
export function* signUp(world: World, given: Given & { who?: Partial<Person>; description?: string }): Script<Person> {
  const who = person(world.random, world.id("acc"), given.who);
  const data = {
    id: who.id,
    name: who.name,
    email: who.email,
    ...(who.phone && { phone: who.phone }),
    country: who.country,
    city: who.city,
    capacity: who.capacity,
    language: who.language,
    ...(given.description && { description: given.description }),
  };
  yield act("account.created", who, data, given);
  return who;
}

/** A new session; one in five is on another network than the last (a mobile one, a café's), as for everybody. */
export function* logIn(world: World, who: Person, given: Given): Script {
  const id = world.id("ses");
  const moved = world.random.chance(0.2) && given.client === undefined;
  who.client = { ...(given.client ?? who.client), session: id, ...(moved && { ip: address(world.random) }) };
  yield act("session.started", who, { id, account: who.id }, { ...given, client: who.client });
}

/** Says where the account's money goes; the first time it is added, later it is changed. */
export function* payout(
  world: World,
  who: Person,
  given: Given,
  details: { country?: string; fingerprint?: string; holder?: string } = {},
): Script<Decision | undefined> {
  const id = `pay_${who.id}`;
  const data = {
    id,
    account: who.id,
    type: "iban",
    country: who.country,
    fingerprint: `iban_${world.random.string(12)}`,
    holder: who.name,
    ...details,
  };
  return yield act(`payout_method.${paidOut(world, who) ? "changed" : "added"}`, who, data, given);
}

export const paidOut = (world: World, who: Person): boolean =>
  world.shop.entry("payout_method", `pay_${who.id}`) !== undefined;

/** The account's whole state, as it is sent whenever something of it changes. */
export function* update(
  who: Person,
  changed: Partial<Pick<Person, "name" | "email" | "phone" | "city" | "capacity">> & { description?: string },
  given: Given,
): Script<Decision | undefined> {
  const { id, name, email, phone, country, city, capacity, language } = who;
  const data = { id, name, email, ...(phone && { phone }), country, city, capacity, language, ...changed };
  return yield act("account.updated", who, data, given);
}

/** Says something of an account, payout or order that no page of its own is about. */
export function* tell(
  type: KnownEventType,
  who: Person,
  data: AssayEvent["data"],
  given: Given,
): Script<Decision | undefined> {
  return yield act(type, who, data, given);
}

/** Posts an ad; gives what was decided. */
export function* post(
  world: World,
  who: Person,
  ad: Ad,
  given: Given & { id?: string },
): Script<{ id: string; decision: Decision | undefined }> {
  const id = given.id ?? world.id("lst");
  const decision = yield act("listing.created", who, { id, revision: 1, seller: who.id, ...ad }, given);
  return { id, decision };
}

export function* edit(world: World, who: Person, id: string, ad: Ad, given: Given): Script<Decision | undefined> {
  const revision = (world.shop.entry("listing", id)?.revisions.length ?? 0) + 1;
  return yield act("listing.updated", who, { id, revision, seller: who.id, ...ad }, given);
}

export function* takeDown(world: World, who: Person, id: string, given: Given): Script {
  const data = world.shop.entry("listing", id)?.revisions.at(-1)?.data;
  if (data) yield act("listing.removed", who, data, given);
}

export interface Note {
  conversation: string;
  to: string;
  listing?: string;
  text: string;
}

export function* write(world: World, who: Person, note: Note, given: Given): Script<Decision | undefined> {
  return yield act("message.sent", who, { id: world.id("msg"), from: who.id, language: who.language, ...note }, given);
}

export function* ask(world: World, who: Person, listing: string, text: string, given: Given): Script {
  yield act("question.asked", who, { id: world.id("qst"), from: who.id, listing, text, language: who.language }, given);
}

export function* review(
  world: World,
  who: Person,
  about: string,
  said: { order?: string; rating: number; text: string },
  given: Given,
): Script<Decision | undefined> {
  return yield act(
    "review.posted",
    who,
    { id: world.id("rev"), author: who.id, about, ...said, language: who.language },
    given,
  );
}

/** Somebody honest, by chance; where nobody fits, anybody. */
export function anybody(world: World, fits: (who: Person) => boolean = () => true): Person {
  const all = [...world.people.values()];
  for (let tries = 0; tries < 30; tries++) {
    const who = world.random.pick(all);
    if (fits(who)) return who;
  }
  return all.find(fits) ?? world.random.pick(all);
}

/** Whether a scammer would think that it went wrong: refused, sent back, held or hidden. */
export const stopped = (decision: Decision | undefined): boolean =>
  decision !== undefined && decision.visibility !== "visible" && decision.visibility !== "limited";

/** A visible ad of somebody else, found by chance as one finds things when browsing; the cheaper of two. */
export function browse(world: World, who: Person): Offer | undefined {
  const { random, shop } = world;
  const all = shop.all("listing");
  let best: Offer | undefined;
  for (let found = 0, tries = 0; all.length > 0 && found < 2 && tries < 40; tries++) {
    // recent ads come first on every site
    const entry = all[all.length - 1 - Math.min(all.length - 1, Math.floor(random.wait(70)))]!;
    const revision = shop.shown(entry);
    if (!revision || entry.owner === who.id) continue;
    found++;
    const price = (revision.data as Partial<Ad>).price?.amount ?? 0;
    if (!best || price < best.price) best = { entry, revision, price, title: String(revision.data["title"]) };
  }
  return best;
}
