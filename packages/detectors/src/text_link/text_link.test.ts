import { describe, expect, it } from "vitest";
import type { OperatorLists } from "../detector.ts";
import { oneSlip } from "./lookalike.ts";
import { textLink } from "./text_link.ts";

function look(text: string, lists?: OperatorLists) {
  return textLink.detect({
    subject: { kind: "message", id: "m", owner: "a", data: { id: "m", from: "a", text } },
    eventType: "message.sent",
    at: 0,
    history: {} as never,
    measurements: {},
    lists,
  });
}

describe("text_link", () => {
  it("finds the marketplace's own bad hosts, and hosts under them", () => {
    const lists = { bad_domains: ["Bad.example"] };
    expect(look("see http://shop.bad.example/x", lists).evidence).toMatchObject([{ kind: "known_bad" }]);
    expect(look("see http://notbad.example/x", lists).state).toBe("clear");
  });

  it("leaves the marketplace's own good hosts alone", () => {
    expect(look("https://bit.ly/abc").state).toBe("found");
    expect(look("https://bit.ly/abc", { good_domains: ["bit.ly"] }).state).toBe("clear");
  });

  it.each([
    ["paypal", "paypa1", true],
    ["paypal", "paypaal", true],
    ["paypal", "papyal", true],
    ["paypal", "paypal", false],
    ["paypal", "paydal2", false],
  ])("%s and %s differ by one slip: %s", (a, b, expected) => {
    expect(oneSlip(a, b)).toBe(expected);
  });
});
