import { expect, test } from "vitest";
import { runs } from "./invisible.ts";

const shown = (text: string, everything: boolean) =>
  runs(text, everything)
    .map((run) => ("text" in run ? run.text : `[${run.code} ${run.name}]`))
    .join("");

test("inside a highlight every invisible character is a mark", () => {
  expect(shown("06\u200b39\u00ad98", true)).toBe("06[U+200B zero-width space]39[U+00AD soft hyphen]98");
  expect(shown("a\u{e0041}b\ufe01c\u0007", true)).toBe(
    "a[U+E0041 tag character]b[U+FE01 variation selector]c[U+0007 control]",
  );
  expect(shown("\ud800x", true)).toBe("[U+D800 half a surrogate pair]x");
});

test("outside of one, only what reorders the line is", () => {
  expect(shown("a\u202eb\u200bc\u2069", false)).toBe(
    "a[U+202E right-to-left override]b\u200bc[U+2069 pop directional isolate]",
  );
  expect(shown("👩‍👩‍👧 مرحبا", false)).toBe("👩‍👩‍👧 مرحبا");
});

test("a joiner that makes one picture of two is not invisible", () => {
  expect(shown("👩‍👧 and 0\u200d6", true)).toBe("👩‍👧 and 0[U+200D zero-width joiner]6");
});

test("line breaks and tabs are left alone", () => {
  expect(shown("a\n\tb\r\n", true)).toBe("a\n\tb\r\n");
});
