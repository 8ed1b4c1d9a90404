/** Banks of known pictures: in and out as text, and found by. */
import type { BankEntry, BankImport } from "@assay/contract";
import sharp from "sharp";
import { afterAll, expect, it } from "vitest";
import { measureEvent } from "../src/jobs/measure.ts";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());

const hash = (n: number) => n.toString(16).padStart(2, "0").repeat(32);

it("a bank comes out as it went in, elsewhere too, and a line that cannot be read is named", async () => {
  const { ask } = await desk.asUser(["lead"]);
  const text = `hash,label\n${hash(1)},"a sofa, red"\nnonsense,x\n${hash(2)},=1+1\n`;
  const imported = await ask<BankImport>("POST", "/v1/banks/stolen/import", { text });
  expect(imported.body).toEqual({
    read: 2,
    added: 2,
    bad: 1,
    bad_lines: [{ line: 3, problem: "the hash is not 64 hex digits" }],
  });
  const again = await ask<BankImport>("POST", "/v1/banks/stolen/import", {
    text: `${hash(1)},a blue sofa\n${hash(3)}`,
  });
  expect(again.body).toMatchObject({ read: 2, added: 1, bad: 0 });
  const listed = await ask<{ data: BankEntry[] }>("GET", "/v1/banks/stolen");
  expect(listed.body.data.map(({ label }) => label).sort()).toEqual(["=1+1", "a blue sofa", "imported into stolen"]);
  const exported = await ask<string>("GET", "/v1/banks/stolen/export");
  expect(exported.headers["content-type"]).toContain("text/csv");
  const elsewhere = (await desk.asUser(["lead"], "b")).ask;
  await elsewhere("POST", "/v1/banks/copy/import", { text: exported.body });
  expect((await elsewhere<string>("GET", "/v1/banks/copy/export")).body.split("\n").sort()).toEqual(
    exported.body.split("\n").sort(),
  );
  expect((await elsewhere("GET", "/v1/banks/stolen/export")).status).toBe(404);
  expect((await ask("POST", "/v1/banks/stolen/import", { text: "" })).status).toBe(400);
});

it("what is in a bank is found in the next ad, mirrored too", async () => {
  const { ask } = await desk.asUser(["lead"]);
  const shapes = Array.from(
    { length: 40 },
    (_, i) =>
      `<rect x="${(i * 67) % 400}" y="${(i * 113) % 300}" width="${20 + ((i * 31) % 60)}" height="${15 + ((i * 17) % 50)}" fill="hsl(${i * 40} 60% ${20 + ((i * 7) % 60)}%)"/>`,
  );
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300">${shapes.join("")}</svg>`;
  const photo = await sharp(Buffer.from(svg)).jpeg().toBuffer();
  const { deps } = desk;
  const { picture_hashes: hashes } = await deps.pictures.measure(photo);
  if (hashes.state !== "done") throw new Error(hashes.state);
  await ask("POST", "/v1/banks/known/import", { text: `${hashes.value.pdq[0]},a painting` });
  const content = await deps.pictures.keep(await sharp(photo).flop().jpeg({ quality: 50 }).toBuffer());
  const data = { id: "l1", seller: "s1", title: "Painting", pictures: [{ content }] };
  await deps.pipeline.submit({ id: "bank-1", type: "listing.created", time: new Date().toISOString(), data }, "a");
  const decision = await measureEvent(deps, "a", "bank-1");
  expect(decision!.signals.find(({ detector }) => detector === "image_known")).toMatchObject({
    state: "found",
    values: { bank: "known", label: "a painting" },
  });
});
