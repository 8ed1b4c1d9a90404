import { describe, expect, it } from "vitest";
import { evaluate } from "./evaluate.ts";
import { input, signal } from "./vocabulary.ts";

const value = (condition: string, given = input()) => evaluate(condition, given).value;

describe("what a condition sees", () => {
  it.each([
    ["listing.price.amount == 120", true],
    ["subject.price.amount == listing.price.amount", true],
    ["listing.colour == 'red'", true],
    ["size(listing.pictures) == 2", true],
    ["listing.pictures[1].url.endsWith('2.jpg')", true],
    ["account.id == 'a1' && account.age_days > 30 && account.known", true],
    ["event.type == 'listing.created' && event.id == 'e1'", true],
    ["event.time > timestamp('2026-11-21T00:00:00Z')", true],
    ["event.time.getHours() == 22", true],
    ["event.time.getHours('Europe/Paris') == 23", true],
    ["event.time.getHours('+02:00') == 0", true],
    ["event.time - duration('36h') < timestamp('2026-11-20T12:00:00Z')", true],
    ["client.locale == 'fr-FR'", true],
    ["history.account_profile.listings_total == 4", true],
    ["account.id in lists.trusted_sellers", false],
    ["'shop2' in lists.trusted_sellers", true],
    ["lists.bad_words.exists(w, listing.title.contains(w))", false],
    ["listing.title.lower() == 'vélo de ville'", true],
    ["listing.title.matches('(?i)VÉLO')", true],
    ["listing.price.amount in [100, 120]", true],
    ["{'bikes': 100, 'cars': 5000}[listing.category] < listing.price.amount", true],
    ["listing.condition.grade == 'new' || true", true],
    ["math.greatest(listing.price.amount, 3) == 120", true],
  ])("%s → %s", (condition, expected) => expect(value(condition)).toBe(expected));

  it("an account as the subject is seen with its profile, what it says now first", () => {
    const subject = { kind: "account" as const, id: "a1", owner: "a1", data: { id: "a1", name: "Ann", country: "BE" } };
    const given = input({ subject });
    expect(value("account.country == 'BE' && account.age_days == 31 && account.name == 'Ann'", given)).toBe(true);
    expect(value("account.description == ''", given)).toBe("failure: account.description");
  });

  it("earlier states have the fields that the subject has", () => {
    const history = {
      ...input().history,
      approved_revision: { at: "2026-11-01T00:00:00Z", data: { price: { amount: 200 } } },
    };
    expect(value("listing.price.amount < history.approved_revision.data.price.amount * 0.7", input({ history }))).toBe(
      true,
    );
    expect(value("has(history.approved_revision)", input({ history }))).toBe(true);
    expect(value("has(history.approved_revision)")).toBe(false);
    expect(value("history.approved_revision == null")).toBe(true);
  });
});

describe("a field that is not there", () => {
  it("makes the comparison no match, whichever way it is asked, and is counted", () => {
    for (const condition of ["listing.brand == 'x'", "listing.brand != 'x'", "!(listing.brand == 'x')"]) {
      expect(evaluate(condition)).toMatchObject({ value: "failure: listing.brand", missing: { "listing.brand": 1 } });
    }
  });

  it("is absorbed by what decides anyway", () => {
    expect(value("listing.brand == 'x' || listing.price.amount == 120")).toBe(true);
    expect(value("listing.brand == 'x' && listing.price.amount == 1")).toBe(false);
    expect(value("listing.brand == 'x' || listing.price.amount == 1")).toBe("failure: listing.brand");
  });

  it("is asked for with has(), which does not count", () => {
    expect(evaluate("has(listing.brand)")).toEqual({ value: false, missing: {}, steps: 0 });
    expect(value("has(listing.brand) && listing.brand == 'x'")).toBe(false);
    expect(value("has(listing.price)")).toBe(true);
  });

  it("has() of a field of something that is not there is false, not an error", () => {
    expect(value("has(listing.condition.grade)")).toBe(false);
  });

  it("inherited properties are not there", () => {
    const subject = { ...input().subject, data: JSON.parse('{"id":"l1","seller":"a1","__proto__":{"brand":"x"}}') };
    expect(value("listing.brand == 'x'", input({ subject }))).toBe("failure: listing.brand");
    expect(() => value("listing.constructor == 'x'")).toThrow("unknown field");
    expect(() => value("listing.__proto__ == 'x'")).toThrow();
  });

  it("a value of another type than declared is no match and no error", () => {
    const subject = { ...input().subject, data: { ...input().subject.data, shipping_days: "three" } };
    expect(value("listing.shipping_days < 5", input({ subject }))).toMatch(/^failure/);
    expect(value("listing.title < 'A' || listing.shipping_days < 5 || true", input({ subject }))).toBe(true);
  });
});

describe("a signal", () => {
  it("that is not there is not found", () => {
    const given = input({ signals: [] });
    expect(value("signals.price_outlier.found", given)).toBe(false);
    expect(value("!signals.price_outlier.found", given)).toBe(true);
    expect(value("signals.price_outlier.state", given)).toBe("absent");
    expect(value("has(signals.price_outlier)", given)).toBe(false);
    expect(evaluate("signals.price_outlier.score < 0.5", given).missing).toEqual({ "signals.price_outlier.score": 1 });
  });

  it("gives its score, its kinds' scores and its declared values", () => {
    const given = input({
      signals: signal("text_abuse", { state: "found", score: 0.9, scores: { hate: 0.9 } }).map((one) =>
        one.detector === "price_outlier" ? { ...one, values: { quantile: 0.01 } } : one,
      ),
    });
    expect(value("signals.text_abuse.score > 0.8 && signals.text_abuse.scores.hate > 0.8", given)).toBe(true);
    expect(value("signals.text_abuse.scores.threat < 0.1", given)).toBe(true);
    expect(value("signals.price_outlier.quantile < 0.02", given)).toBe(true);
  });

  it("that is unknown, or pending, makes what reads it unknown, but not its state", () => {
    const failed = input({ signals: signal("image_file", { state: "unknown", reason: "decoder down" }) });
    const pending = input({ pending: ["image_file"] });
    for (const given of [failed, pending]) {
      for (const read of [
        "signals.image_file.found",
        "signals.image_file.score > 0.5",
        "signals.image_file.problem == 'x'",
      ]) {
        expect(value(read, given)).toBe("unknown: signals.image_file");
      }
      expect(value("signals.image_file.found || listing.price.amount == 120", given)).toBe(true);
      expect(value("signals.image_file.found && listing.price.amount == 1", given)).toBe(false);
      expect(value("!signals.image_file.found", given)).toBe("unknown: signals.image_file");
      expect(value("has(signals.image_file)", given)).toBe(false);
    }
    expect(value("signals.image_file.state", failed)).toBe("unknown");
    expect(value("signals.image_file.state", pending)).toBe("pending");
  });

  it("unknown goes before failure, in whatever order", () => {
    const given = input({ pending: ["image_file"] });
    expect(value("signals.image_file.found && listing.brand == 'x'", given)).toMatch(/^unknown/);
    expect(value("listing.brand == 'x' && signals.image_file.found", given)).toMatch(/^unknown/);
    expect(value("listing.brand == 'x' || signals.image_file.found || listing.brand == 'y'", given)).toMatch(
      /^unknown/,
    );
  });
});

describe("numbers", () => {
  it.each([
    ["5 / 2 == 2.5", true],
    ["7 % 2 == 1", true],
    ["1 == 1.0", true],
    ["0.1 + 0.2 != 0.3", true],
    ["listing.price.amount / 0 > 1", "failure: division by zero"],
    ["7.5 % 2 == 1.5", "failure: % is for whole numbers"],
  ])("%s → %s", (condition, expected) => expect(value(condition)).toBe(expected));
});
