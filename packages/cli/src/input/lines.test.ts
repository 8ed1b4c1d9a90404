import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import type { InputLine } from "./line.ts";
import { type InputOptions, readInput } from "./lines.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-input-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function read(name: string, content: string | Buffer, options: InputOptions = {}) {
  const file = join(folder, name);
  writeFileSync(file, content);
  const input = readInput(file, options);
  const lines: InputLine[] = [];
  for await (const line of input.lines) lines.push(line);
  return { lines, assumptions: [...input.assumptions] };
}
const dataOf = (line: InputLine | undefined) => (line as { body: { data: Record<string, unknown> } }).body.data;

test("JSON Lines: empty lines are skipped, bad ones told by number, and U+2028 ends no line", async () => {
  const { lines } = await read("a.jsonl", '\ufeff{"id":"1"}\n\n{"id":\n{"id":"a\u2028b"}\r\n{"id":"last"}');
  expect(
    lines.map((line) => ("mistake" in line ? `${line.line}: ${line.mistake.slice(0, 14)}` : [line.line, line.body])),
  ).toEqual([[1, { id: "1" }], "3: not valid JSON", [4, { id: "a\u2028b" }], [5, { id: "last" }]]);
});

test("CSV: columns by name in several languages, quoted lines, semicolons, our ids where there are none", async () => {
  const { lines, assumptions } = await read(
    "a.csv",
    '\ufeffTitre;Texte;Prix;Photos;Couleur\n"Vélo";"Deux\nlignes";"120,50 €";a.jpg, https://x/b.png;rouge\nLampe;;gratuit;;\n',
  );
  expect(lines.map((line) => line.line)).toEqual([3, 4]);
  expect(dataOf(lines[0])).toEqual({
    id: "row-1",
    seller: "seller-of-row-1",
    title: "Vélo",
    description: "Deux\nlignes",
    price: { amount: 120.5, currency: "EUR" },
    pictures: [{ path: "a.jpg" }, { url: "https://x/b.png" }],
    Couleur: "rouge",
  });
  expect(assumptions).toEqual(
    expect.arrayContaining([
      expect.stringContaining("Titre → title"),
      "a missing id is the row's number",
      "a missing seller is one for each row",
      expect.stringContaining('such as "gratuit"'),
    ]),
  );
});

test("CSV: --map, and past decisions in the site's own words", async () => {
  const { lines, assumptions } = await read(
    "b.csv",
    "ref,what,status\n7,Bike,online\n8,Lamp,Rejected\n9,Sofa,perhaps\n",
    {
      map: { title: "what", id: "ref" },
      incumbent: "status",
    },
  );
  const bodies = lines.map((line) => (line as { body: { incumbent?: object; data: { id: string } } }).body);
  expect(bodies.map((body) => [body.data.id, body.incumbent])).toEqual([
    ["7", { outcome: "approve", reason: "online" }],
    ["8", { outcome: "refuse", reason: "Rejected" }],
    ["9", { reason: "perhaps" }],
  ]);
  expect(assumptions).toContain('past decision "perhaps" is not understood and not compared');
});

test.each([
  ["no column of ours", "a,b\n1,2\n", {}, /no column is a title/],
  ["a column that is not there", "title\nx\n", { incumbent: "status" }, /no column "status"; the file has: title/],
  ["a field that is none", "title\nx\n", { map: { headline: "title" } }, /"headline" is no field; known: id, title/],
])("CSV with %s says what to do", async (_name, content, options, message) => {
  await expect(read("c.csv", content, options)).rejects.toThrow(message);
});
