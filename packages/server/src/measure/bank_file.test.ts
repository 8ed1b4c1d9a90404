import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBankFile, writeBankFile } from "./bank_file.ts";

const a = "0f".repeat(32);
const b = "a1".repeat(32);

describe("a bank's file", () => {
  it("comes back as it went out", () => {
    const hash = fc
      .array(fc.constantFrom(..."0123456789abcdef"), { minLength: 64, maxLength: 64 })
      .map((x) => x.join(""));
    const label = fc
      .string({ minLength: 1, maxLength: 60, unit: "binary" })
      .map((text) => `x${text.replaceAll(/[\r\n\t\0]/g, "")}`.trim());
    fc.assert(
      fc.property(fc.uniqueArray(fc.record({ hash, label }), { selector: (entry) => entry.hash }), (entries) => {
        const wellFormed = entries.map((entry) => ({ ...entry, label: entry.label.toWellFormed() }));
        expect(readBankFile(writeBankFile(wellFormed), "none")).toEqual({ entries: wellFormed, bad: [] });
      }),
    );
  });

  it("is read with or without header, with other columns, semicolons, comments and capitals", () => {
    const one = [{ hash: a, label: "a sofa" }];
    for (const text of [
      `hash,label\n${a},a sofa`,
      `\ufeff${a},a sofa\r\n`,
      `# from a friend\nquality,note,hash\n100,a sofa,${a.toUpperCase()}\n`,
      `hash;label\n${a};a sofa\n`,
      `${a}\t"a sofa"`,
    ]) {
      expect(readBankFile(text, "none"), text).toEqual({ entries: one, bad: [] });
    }
    expect(readBankFile(`${a}\n${b},"with ""quotes"", and a comma"`, "imported").entries).toEqual([
      { hash: a, label: "imported" },
      { hash: b, label: 'with "quotes", and a comma' },
    ]);
  });

  it("says which lines it could not read, and reads the others", () => {
    const { entries, bad } = readBankFile(`hash,label\nnonsense,x\n${a},ok\n${a.slice(2)},short\n`, "none");
    expect(entries).toEqual([{ hash: a, label: "ok" }]);
    expect(bad.map(({ line }) => line)).toEqual([2, 4]);
  });

  it("runs nothing in a spreadsheet", () => {
    const text = writeBankFile([
      { hash: a, label: '=HYPERLINK("http://x")' },
      { hash: b, label: "-1" },
    ]);
    expect(text).not.toMatch(/,"?[=+\-@]/);
    expect(readBankFile(text, "none").entries.map(({ label }) => label)).toEqual(['=HYPERLINK("http://x")', "-1"]);
  });
});
