import fc from "fast-check";
import { expect, test } from "vitest";
import { isSigned, type LinkTarget, readLink, signLink } from "./signed_links.ts";

const target: LinkTarget = { purpose: "decision", marketplace: "main", id: "dec_1", expires: 1_800_000_000_000 };

test("what was signed is read back, and believed with its own key only", () => {
  const token = signLink("key", target);
  expect(token).toMatch(/^[A-Za-z0-9_.-]+$/);
  expect(readLink(token)).toEqual(target);
  expect(isSigned("key", token)).toBe(true);
  expect(isSigned("other key", token)).toBe(false);
});

test("no character of a token can be changed, left out or added", () => {
  const token = signLink("key", target);
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.constantFrom(..."Aa0_-."), fc.nat(2), (at, char, how) => {
      const changed = token.slice(0, at) + (how === 0 ? "" : char) + token.slice(how === 2 ? at : at + 1);
      expect(isSigned("key", changed)).toBe(changed === token);
    }),
  );
});

test("garbage is no link, and is not an error", () => {
  fc.assert(fc.property(fc.string(), (text) => readLink(text) === undefined && !isSigned("key", text)));
  for (const other of ['["decision"]', '["login","a","b",1]', "null", '["decision","a","b",1,2]']) {
    expect(readLink(`${Buffer.from(other).toString("base64url")}.x`)).toBeUndefined();
  }
});
