/** Events for the bench of stored volume: ads of thirty categories, and what goes with each: an edit, a message, a log-in, a review. */
const categories = 30;
const brands = "Velora Kestrel Norrland Ashby Tamarin Ostrava Pellworm Quayle Rivington Solvang".split(" ");
const things =
  "bicycle armchair camera dresser tent jacket guitar drill stroller printer lamp kettle skateboard turntable monitor".split(
    " ",
  );
const words =
  "serviced last spring with papers bought two years ago stored indoors original parts collection near the station evenings or weekends some wear at the edges works as it should comes from a home without pets measured drawn cleaned and ready".split(
    " ",
  );

export interface Ad {
  seller: string;
  title: string;
  description: string;
  category: string;
  brand: string;
  amount: number;
}

/** The nth ad; the same words come again in others of its kind, in another order. */
export function anAd(n: number, seller: string): Ad {
  const pick = <T>(from: readonly T[], salt: number) => from[(n * salt + (n >> 3)) % from.length]!;
  const brand = pick(brands, 3);
  const text = Array.from({ length: 28 }, (_, i) => words[(n * 13 + i * (1 + (n % 9))) % words.length]).join(" ");
  return {
    seller,
    title: `${brand} ${pick(things, 7)} ${["M", "K", "R", "S"][n % 4]}${100 + (n % 40) * 10}`,
    description: `${text} ${n}`,
    category: `c-${n % categories}`,
    brand,
    amount: 40 + ((n * 37) % 260),
  };
}

/** Kinds of events that are timed, in the order in which they happen. */
export const kinds = [
  "listing.created",
  "listing.updated",
  "message.sent",
  "session.started",
  "review.posted",
] as const;
export type EventKind = (typeof kinds)[number];

/** One of each kind about an ad. @param at milliseconds of the first; a millisecond apart */
export function eventsOf(ad: Ad, id: string, at: number): Record<EventKind, Record<string, unknown>> {
  const { seller, title, description, category, brand, amount } = ad;
  const listing = (revision: number, price: number) => ({
    id: `l-${id}`,
    revision,
    seller,
    title,
    description,
    category,
    brand,
    price: { amount: price, currency: "EUR" },
    language: "en",
  });
  const data: Record<EventKind, Record<string, unknown>> = {
    "listing.created": listing(1, amount),
    "listing.updated": listing(2, amount - 2),
    "message.sent": {
      id: `m-${id}`,
      from: seller,
      to: "a-1-1",
      conversation: `c-${seller}`,
      text: `yes it is still here, ${description.slice(0, 60)}`,
      language: "en",
    },
    "session.started": { id: `s-${id}`, account: seller },
    "review.posted": {
      id: `r-${id}`,
      author: seller,
      about: "a-1-1",
      order: `o-${id}`,
      rating: 5,
      text: `as described, ${description.slice(0, 40)}`,
    },
  };
  const client = {
    ip: `203.0.${(seller.length * 31 + seller.charCodeAt(2) * 7 + seller.charCodeAt(seller.length - 1)) % 250}.7`,
    device: `d-${seller}`,
  };
  const event = (type: EventKind) => {
    const index = kinds.indexOf(type);
    return { id: `e-${index}-${id}`, type, time: new Date(at + index).toISOString(), client, data: data[type] };
  };
  return {
    "listing.created": event("listing.created"),
    "listing.updated": event("listing.updated"),
    "message.sent": event("message.sent"),
    "session.started": event("session.started"),
    "review.posted": event("review.posted"),
  };
}

/** A hundred events of an account, twenty of each kind, within an hour. */
export function accountPast(account: string, from: number): Record<string, unknown>[] {
  return Array.from({ length: 20 }, (_, n) => {
    const events = eventsOf(anAd(n, account), `${account}-${n}`, from + n * 180_000);
    return kinds.map((kind) => events[kind]);
  }).flat();
}
