import type { Subject } from "@assay/contract";
import { expect, test } from "vitest";
import { detectors, ListBook, type ListedEntry, requiredLiterals, runDetector } from "../index.ts";
import { canonicalEntry } from "../lists/index.ts";

const message = (text: string): Subject => ({
  kind: "message",
  id: "m",
  owner: "a",
  data: { id: "m", from: "a", text },
});
const history = {
  account_profile: { known: false, age_days: 0, listings_total: 0, refusals_90d: 0 },
  conversation_before: [],
} as never;
const look = (id: string, subject: Subject, listed: ListBook) =>
  runDetector(detectors.find((detector) => detector.id === id)!, {
    subject,
    eventType: "message.sent",
    at: 0,
    history,
    measurements: {},
    listed,
  });
const phrase = (value: string, list = "blocked_words"): ListedEntry => ({ list, kind: "phrase", value });

test("a book that was changed in steps finds what one made anew finds", () => {
  const many = Array.from({ length: 3000 }, (_, i) => phrase(`brand${i} item`));
  let book = new ListBook(many);
  const text = "a brand5 item, a brand7 item and a newcomer";
  const lists = (of: ListBook) => look("text_listed", message(text), of).evidence.map((e) => "value" in e && e.value);
  expect(lists(book)).toEqual(["blocked_words: brand5 item", "blocked_words: brand7 item"]);
  const without = many.filter(({ value }) => value !== "brand5 item");
  book = new ListBook([...without, phrase("newcomer")], book);
  expect(lists(book)).toEqual(lists(new ListBook([...without, phrase("newcomer")])));
  expect(lists(book)).toEqual(["blocked_words: brand7 item", "blocked_words: newcomer"]);
  book = new ListBook(many, book);
  expect(lists(book)).toEqual(["blocked_words: brand5 item", "blocked_words: brand7 item"]);
});

test("what an allow-list holds no detector sees, and what stands beside it is marked where it is", () => {
  const support = new ListBook([{ list: "allowed_phones", kind: "phone", value: "+33639980102" }]);
  const text = "Été : notre service 06 39 98 01 02, moi c'est le 06 39 98 01 99";
  const signal = look("text_contact_details", message(text), support);
  expect(signal.evidence.map((e) => e.type === "span" && text.slice(e.start, e.end))).toEqual(["06 39 98 01 99"]);
  const same = message("write to help@brocante.fr");
  expect(look("text_contact_details", same, new ListBook([])).state).toBe("found");
  const allowed = new ListBook([{ list: "allowed_domains", kind: "domain", value: "brocante.fr" }]);
  expect(look("text_contact_details", same, allowed).state, "the same subject, another version").toBe("clear");
  expect(look("text_contact_details", same, new ListBook([])).state).toBe("found");
});

test.each([
  ["phone", "06 39 98 01 02", "+33639980102"],
  ["phone", "zéro six trente-neuf quatre-vingt-dix-huit zéro un zéro deux", "+33639980102"],
  ["domain", "https://www.Pay-Safe.example/x?y", "pay-safe.example"],
  ["domain", "bücher.example", "xn--bcher-kva.example"],
  ["email", " Jo.Do+x@GMail.com ", "jodo@gmail.com"],
  ["handle", "@Julie_M", "julie_m"],
  ["handle", "https://instagram.com/Julie_M/", "instagram:julie_m"],
] as const)("a %s %s is kept as %s", (kind, written, value) => {
  expect(canonicalEntry(kind, written)).toEqual({ value });
});

test.each([
  ["phone", "hello"],
  ["domain", "no domain"],
  ["email", "julie"],
  ["pattern", "(["],
  ["pattern", "a*"],
  ["pattern", "(?=x)x"],
  ["phrase", "\u200b"],
] as const)("a %s %s is refused with the reason", (kind, written) => {
  expect(canonicalEntry(kind, written)).toHaveProperty("problem");
});

test.each([
  ["order code \\d+", ["order code "]],
  ["foo|barbar", ["foo", "barbar"]],
  ["(?:alpha|beta)\\s+x", ["alpha", "beta"]],
  ["colou?r", ["colo"]],
  ["ab+cde", ["cde"]],
  ["\\d{4}-\\d{4}", undefined],
  ["foo|\\d", undefined],
  ["(foo)?bar!", ["bar!"]],
  ["[abc]def", ["def"]],
  ["(?i)abc", undefined],
] as const)("%s needs %j", (pattern, literals) => {
  expect(requiredLiterals(pattern)).toEqual(literals);
});

test("nearly as fast with 100,000 phrases as with a thousand", () => {
  const make = (n: number) =>
    new ListBook(Array.from({ length: n }, (_, i) => phrase(`zq${(i * 7919).toString(36)} item${i}`)));
  const text = "A beautiful oak table from the sixties, four chairs, to be picked up in Lyon. ".repeat(8);
  const time = (book: ListBook) => {
    const before = process.cpuUsage();
    for (let i = 0; i < 2000; i++) look("text_listed", message(text), book);
    return process.cpuUsage(before).user;
  };
  const [few, many] = [make(1000), make(100_000)];
  time(few);
  const ratios = Array.from({ length: 5 }, () => time(many) / time(few)).sort((a, b) => a - b);
  expect(ratios[2]).toBeLessThan(2); // the bench has the figure; this only sees that it does not grow with n
});
