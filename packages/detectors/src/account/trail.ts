/**
 * What one event says of the person behind an account: device and place, what is sold at what price, how it is written, how it was
 * rated, where the money goes. The server keeps one such trait an event; detectors compare the newest with those before.
 */
import type { Client, HistoryValues, Price, Subject } from "@assay/contract";
import { languageOf } from "../text/language.ts";
import { sketchOf } from "../text/sketch.ts";
import { viewOf } from "../text/view.ts";

export type TrailPoint = HistoryValues["account_trail"]["points"][number];
export type Trait = Omit<TrailPoint, "at" | "kind">;

const longest = 64;

/** At most 64 UTF-16 units that any store can hold; undefined where it is no text. */
function short(value: unknown): string | undefined {
  if (typeof value !== "string") return undefined;
  const text = value.trim().slice(0, longest).toWellFormed().replaceAll("\0", "\ufffd");
  return text === "" ? undefined : text;
}

/** The account that an event's trait is of: the one reviewed, else who answers for the subject. */
export function trailAccount(subject: Subject): string | undefined {
  if (subject.kind !== "review") return subject.owner;
  return typeof subject.data.about === "string" ? subject.data.about : undefined;
}

/**
 * @returns undefined where an event says nothing of the kind: an edited ad, a removed one, an order
 */
export function traitOf(subject: Subject, eventType: string, client: Client | undefined): Trait | undefined {
  const { data } = subject;
  const verb = eventType.slice(eventType.indexOf(".") + 1);
  const from = { device: deviceOf(client), place: placeOf(client) };
  switch (subject.kind) {
    case "session":
      return tidy(from);
    case "payout_method":
      return tidy({
        ...from,
        verb,
        payout: short(data.fingerprint) ?? short(data.iban)?.replace(/\s/g, "").toUpperCase(),
        name: short(data.holder),
        country: short(data.country)?.toUpperCase(),
      });
    case "account":
      return tidy({
        ...from,
        verb,
        email: short(data.email)?.toLowerCase(),
        phone: short(data.phone)?.replace(/[^\d+]/g, ""),
        name: short(data.name),
        country: short(data.country)?.toUpperCase(),
      });
    case "listing": {
      if (verb !== "created") return undefined;
      const price = data.price as Price | undefined;
      const text = [data.title, data.description].filter((part) => typeof part === "string").join("\n");
      const real = price !== undefined && price.amount > 0 && realPrices.has(price.type ?? "fixed");
      return tidy({
        ...from,
        category: short(data.category),
        amount: real ? price.amount : undefined,
        currency: real ? price.currency : undefined,
        grade: short((data.condition as { grade?: unknown } | undefined)?.grade),
        title: typeof data.title === "string" ? sketchOf(data.title.slice(0, 200)).slice(0, 16) : undefined,
        ...writing(text, data.language),
      });
    }
    case "review":
      return tidy({
        by: subject.owner.slice(0, 200),
        order: typeof data.order === "string",
        rating: typeof data.rating === "number" ? data.rating : undefined,
        ...writing(typeof data.text === "string" ? data.text : "", data.language),
      });
    default:
      return undefined;
  }
}

const realPrices: ReadonlySet<string> = new Set(["fixed", "negotiable", "auction"]);

function tidy(trait: { [K in keyof Trait]: Trait[K] | undefined }): Trait {
  return Object.fromEntries(Object.entries(trait).filter(([, value]) => value !== undefined)) as Trait;
}

function deviceOf(client: Client | undefined): string | undefined {
  return short(client?.device) ?? short(client?.user_agent);
}

/** The country where the caller knows it, else the network: the first half of an IPv4 address, the first two groups of an IPv6 one. */
function placeOf(client: Client | undefined): string | undefined {
  const country = short(client?.country);
  if (country) return country.toUpperCase();
  const ip = short(client?.ip);
  if (!ip) return undefined;
  return ip.includes(":") ? `net ${ip.split(":").slice(0, 2).join(":")}` : `net ${ip.split(".").slice(0, 2).join(".")}`;
}

/** How a text is written: its language, and five figures in [0, 1] that a person hardly changes. Texts under 30 units say nothing. */
function writing(text: string, declared: unknown): Pick<Trait, "language" | "style"> {
  const read = text.slice(0, 1000);
  const given = short(declared)?.slice(0, 2).toLowerCase();
  const language = given ?? (read.length < 60 ? undefined : languageOf(viewOf("text", read)).language || undefined);
  if (read.length < 30) return language === undefined ? {} : { language };
  const count = (pattern: RegExp) => read.match(pattern)?.length ?? 0;
  const letters = Math.max(1, count(/\p{L}/gu));
  const words = Math.max(1, count(/\S+/g));
  const figures = [
    count(/\p{Lu}/gu) / letters,
    (4 * count(/[.,;:()]/g)) / words,
    (4 * count(/[!\p{Extended_Pictographic}]/gu)) / words,
    (2 * count(/\n/g)) / words,
    Math.log2(read.length) / 10,
  ];
  const style = figures.map((figure) => Math.round(Math.min(1, figure) * 100) / 100);
  return language === undefined ? { style } : { language, style };
}
