/** Pictures that come back: what the tables, the hashes in memory and the events say of them is one thing. */
import type { Decision } from "@assay/contract";
import { decodePrint, type SamePicture, samePicture, storedPrint } from "@assay/detectors/image";
import fc from "fast-check";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { history, type MeasuredPictures } from "../src/history/index.ts";
import { accept } from "../src/intake/index.ts";
import { measureEvent } from "../src/jobs/measure.ts";
import { contentHash, PictureMatcher } from "../src/measure/index.ts";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
const { deps } = desk;
afterAll(() => desk.close());

/** Spots and bars where the seed says. */
function scene(seed: number): Promise<Buffer> {
  let state = seed;
  const random = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state / 2 ** 32) * n;
  };
  const shapes = Array.from({ length: 70 }, () => {
    const grey = Math.round(random(255));
    const fill = `rgb(${grey},${Math.round(random(255))},${255 - grey})`;
    const [x, y] = [random(480), random(360)];
    return random(2) < 1
      ? `<ellipse cx="${x}" cy="${y}" rx="${8 + random(30)}" ry="${8 + random(30)}" fill="${fill}"/>`
      : `<rect x="${x}" y="${y}" width="${8 + random(50)}" height="${8 + random(50)}" fill="${fill}" transform="rotate(${random(90)} ${x} ${y})"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="480" height="360"><rect width="480" height="360" fill="#bba"/>${shapes.join("")}</svg>`;
  return sharp(Buffer.from(svg)).blur(1).jpeg({ quality: 92 }).toBuffer();
}

/** Three photos, copies and parts of two of them, and a blank wall twice. */
const album: Buffer[] = [];
const prints: { content: string; print: Uint8Array }[] = [];
beforeAll(async () => {
  const [a, b, c] = await Promise.all([scene(1), scene(2), scene(3)]);
  const jpeg = { quality: 85 };
  album.push(a, b, c);
  album.push(await sharp(a).jpeg({ quality: 30 }).toBuffer());
  album.push(await sharp(a).flop().jpeg(jpeg).toBuffer());
  album.push(await sharp(a).extract({ left: 60, top: 40, width: 330, height: 260 }).jpeg(jpeg).toBuffer());
  const tile = await sharp(b).resize(240, 180).toBuffer();
  album.push(
    await sharp(c)
      .composite([{ input: tile, left: 240, top: 180 }])
      .jpeg(jpeg)
      .toBuffer(),
  );
  const wall = sharp({ create: { width: 300, height: 300, channels: 3, background: "#ddd" } });
  album.push(await wall.clone().jpeg(jpeg).toBuffer(), await wall.clone().png().toBuffer());
  for (const bytes of album) {
    prints.push({ content: await deps.pictures.keep(bytes), print: (await deps.pictures.learn(bytes)).print! });
  }
}, 60_000);

/** Every picture against every other, without an index. The one that came later is compared with the one before. */
function measuredBy(order: readonly string[]): MeasuredPictures {
  return {
    contentOf: (ref) => (order.includes(ref) ? ref : undefined),
    sameAs: (content) =>
      order
        .filter((other) => other !== content)
        .flatMap((other) => {
          const [late, early] = order.indexOf(other) < order.indexOf(content) ? [content, other] : [other, content];
          const same = compared(late, early);
          if (!same) return [];
          const { box, otherBox, ...rest } = same;
          return [
            late === content ? { ...same, content: other } : { ...rest, box: otherBox, otherBox: box, content: other },
          ];
        }),
  };
}
const known = new Map<string, SamePicture | undefined>();
function compared(late: string, early: string): SamePicture | undefined {
  const pair = `${late} ${early}`;
  if (!known.has(pair))
    known.set(pair, samePicture(decodePrint(printOf(late)), decodePrint(storedPrint(printOf(early)))));
  return known.get(pair);
}
const printOf = (content: string) => prints.find((print) => print.content === content)!.print;

const send = async (marketplace: string, body: Record<string, unknown>) => {
  const first = await deps.pipeline.submit(body, marketplace);
  const again = await measureEvent(deps, marketplace, String(body.id));
  const decision = again ?? first;
  const [row] = await deps.db.query<{ basis: { history: Record<string, unknown> } }>(
    marketplace,
    "select basis from decisions where id = $1",
    [decision.decision_id],
  );
  return { decision, history: row!.basis.history };
};

it("read and fold agree, whatever is reused by whom and when", async () => {
  const { fold } = history.reused_pictures;
  const start = Date.parse("2026-11-01T00:00:00Z");
  let run = 0;
  let found = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({
          listing: fc.integer({ min: 1, max: 5 }),
          pictures: fc.array(fc.nat(8), { minLength: 1, maxLength: 3 }),
          minutes: fc.nat(5000),
        }),
        { minLength: 3, maxLength: 8 },
      ),
      async (events) => {
        const marketplace = `p${++run}`;
        await desk.asKey(marketplace);
        const state = fold!.start();
        const order: string[] = [];
        for (const [i, { listing, pictures, minutes }] of events.entries()) {
          const time = new Date(start + minutes * 60_000 + i).toISOString();
          const contents = pictures.map((n) => prints[n]!.content);
          // Listings 1 and 2 are one seller's.
          const data = {
            id: `l${listing}`,
            seller: listing < 3 ? "p1" : `p${listing}`,
            pictures: contents.map((content) => ({ content })),
          };
          const body = { id: `e${i}`, type: i === 0 ? "listing.created" : "listing.updated", time, data };
          const { history: read } = await send(marketplace, body);
          for (const content of contents) if (!order.includes(content)) order.push(content);
          const intake = accept(body, marketplace, "live", Number.MAX_SAFE_INTEGER);
          const folded = fold!.read(state, intake, measuredBy(order)) as unknown[];
          expect(read.reused_pictures, `event ${i}`).toEqual(JSON.parse(JSON.stringify(folded)));
          found += folded.length;
          fold!.add(state, { intake, outcome: "approve", signals: [] });
        }
      },
    ),
    { numRuns: 8, endOnFailure: true },
  );
  expect(found).toBeGreaterThan(5);
}, 120_000);

it("a mirrored crop of another's photo is found, with the time and the account; another marketplace knows nothing of it", async () => {
  await desk.asKey("m1");
  await desk.asKey("m2");
  const ad = (id: string, seller: string, picture: number, time: string) => ({
    id: `evt-${id}`,
    type: "listing.created",
    time,
    data: { id, seller, title: "Lamp", pictures: [{ content: prints[picture]!.content }] },
  });
  await send("m1", ad("first", "honest", 0, "2026-11-01T10:00:00Z"));
  const theft = await send("m1", ad("second", "thief", 5, "2026-11-03T10:00:00Z"));
  const signal = theft.decision.signals.find(({ detector }) => detector === "image_reused")!;
  expect(signal).toMatchObject({ state: "found", values: { kind: "other_account", accounts: 1, days: 2 } });
  expect(signal.evidence[0]).toMatchObject({
    type: "subject",
    subject: { kind: "listing", id: "first" },
    account: "honest",
    at: "2026-11-01T10:00:00.000Z",
    pictures: [{ how: "part", other_content: prints[0]!.content }],
  });
  // As of its own time, the older ad is nobody's copy, though it is sent later.
  const before = await send("m1", ad("third", "older", 3, "2026-10-01T10:00:00Z"));
  expect(before.decision.signals.find(({ detector }) => detector === "image_reused")?.state).toBe("clear");
  const elsewhere = await send("m2", ad("second", "thief", 5, "2026-11-03T10:00:00Z"));
  expect(elsewhere.decision.signals.find(({ detector }) => detector === "image_reused")).toMatchObject({
    state: "clear",
    evidence: [],
  });
});

it("of two ads at once the later one is the copy, whichever picture is had first", async () => {
  await desk.asKey("m5");
  const ad = (id: string, seller: string, picture: number, time: string) => ({
    id: `evt-${id}`,
    type: "listing.created",
    time,
    data: { id, seller, title: "Lamp", pictures: [{ content: prints[picture]!.content }] },
  });
  await deps.pipeline.submit(ad("first", "honest", 1, "2026-11-05T10:00:00Z"), "m5");
  await deps.pipeline.submit(ad("copy", "thief", 6, "2026-11-05T10:00:01Z"), "m5");
  const reused = async (id: string) => {
    const answer = await deps.pipeline.redecide("m5", `evt-${id}`);
    return answer.signals.find(({ detector }) => detector === "image_reused")?.state;
  };
  const standing = async () =>
    (
      await deps.db.query<{ answer: Decision }>(
        "m5",
        "select answer from decisions where marketplace = 'm5' and subject_id = 'copy' and standing",
      )
    )[0]!.answer.signals.find(({ detector }) => detector === "image_reused")?.state;
  await measureEvent(deps, "m5", "evt-copy");
  expect(await standing()).toBe("clear");
  await measureEvent(deps, "m5", "evt-first");
  expect(await standing()).toBe("found");
  expect(await reused("first")).toBe("clear");
});

it("processes know of each other's pictures at the next look-up, and a new one of all there were", async () => {
  await desk.asKey("m3");
  const [one, other] = [new PictureMatcher(deps.db), new PictureMatcher(deps.db)];
  const at = (n: number) => [prints[n]!.content, prints[n]!.print] as const;
  expect(await one.learn("m3", ...at(0))).toEqual([]);
  expect((await other.learn("m3", ...at(4))).map(({ content, how }) => [content, how])).toEqual([
    [at(0)[0], "mirrored"],
  ]);
  expect((await one.learn("m3", ...at(5))).map(({ content }) => content).sort()).toEqual([at(0)[0], at(4)[0]].sort());
  // Both at once: the later to be numbered finds the earlier, whichever that is.
  const both = await Promise.all([one.learn("m3", ...at(1)), other.learn("m3", ...at(6))]);
  expect(both.flat().length).toBeGreaterThan(0);
  await one.close();
  await other.close();
  const later = new PictureMatcher(deps.db);
  await later.warm(["m3"]);
  expect((await later.learn("m3", ...at(3))).map(({ content }) => content)).toContain(at(0)[0]);
  await later.close();
});

it("blank pictures match nothing, and the oldest hashes go when there are too many", async () => {
  await desk.asKey("m4");
  const small = new PictureMatcher(deps.db, { maxHashes: 130 });
  expect(await small.learn("m4", contentHash(album[7]!), prints[7]!.print)).toEqual([]);
  expect(await small.learn("m4", contentHash(album[8]!), prints[8]!.print)).toEqual([]);
  await small.learn("m4", prints[1]!.content, prints[1]!.print);
  await small.learn("m4", prints[2]!.content, prints[2]!.print);
  await small.learn("m4", prints[0]!.content, prints[0]!.print);
  // The crop of the first is found, being the newest; that there is a limit does not break anything.
  expect((await small.learn("m4", prints[5]!.content, prints[5]!.print)).map(({ content }) => content)).toEqual([
    prints[0]!.content,
  ]);
  await small.close();
});
