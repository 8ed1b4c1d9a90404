/**
 * `npm run bench -- market`: does a decision cost more where more is stored? Two marketplaces of the same ads, fifty thousand and five
 * million, each on a PostgreSQL of its own, asked in turns; then, on the smaller, an account of a hundred events beside one of a hundred thousand.
 * A few thousand events go through the pipeline, so that every row is as Assay writes it; the rest are their copies, made in SQL
 * (`copies.ts`). Beside the times: statements for one decision, and pages that each touches.
 */
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Engine, firstMarketplace, startEngine } from "@assay/server";
import { cloneAccount, cloneMarket } from "./copies.ts";
import { type Ad, accountPast, anAd, eventsOf, kinds } from "./market_events.ts";
import { type Statement, watch } from "./statements.ts";

export interface MarketSizes {
  /** Ads that go through the pipeline before they are copied. */
  template: number;
  /** Listings of the smaller and of the larger marketplace; multiples of the template. */
  listings: readonly [number, number];
  /** Events of the smaller and of the larger account; whole hundreds. */
  account: readonly [number, number];
  rounds: number;
  /** Events of each kind in a round. */
  each: number;
}

export const fullSizes: MarketSizes = {
  template: 1000,
  listings: [50_000, 5_000_000],
  account: [100, 100_000],
  rounds: 9,
  each: 40,
};

/** What was measured of one kind of event: milliseconds for a decision, median of each round, smaller and larger. */
export interface Compared {
  kind: string;
  n: number;
  small: number[];
  large: number[];
  /** Pages that the read and the write of one decision touch, medians, smaller and larger. */
  pages: { read: [number, number]; write: [number, number] };
  /** Statements for one decision: reads and writes, the most of any; others, which look for new policies now and then, the median. */
  statements: { reads: number; writes: number; others: number };
}

export interface MarketFigures {
  market: Compared[];
  account: Compared[];
  loadedIn: number;
  bytes: number;
  rows: number;
}

/** The past that listings and events are spread over. */
const days = 90;
/** Events of each kind and round whose pages are counted, and whose time is not. */
const examinedEach = 2;

export async function measureMarket(sizes: MarketSizes, say: (text: string) => void): Promise<MarketFigures> {
  const { template } = sizes;
  const folder = join(tmpdir(), `assay-bench-market-${process.pid}`);
  const engines: Engine[] = [];
  try {
    const loads: { seconds: number; rows: number; bytes: number }[] = [];
    for (const [index, listings] of sizes.listings.entries()) {
      say(`market: loading ${listings.toLocaleString("en")} listings`);
      const engine = await startEngine({
        dataDir: `${folder}-${index}`,
        throwaway: true,
        idle: true,
        logLevel: "error",
      });
      engines.push(engine);
      const from = Date.now();
      const stepMs = (days * 86_400_000 * template) / listings;
      await past(engine, template, from - stepMs, stepMs);
      loads.push(await cloneMarket(engine.connection, listings / template, stepMs, say));
    }
    const [small, large] = engines as [Engine, Engine];
    const market = await compare(
      sizes,
      { small, large, ad: (_, n) => anAd(n, `a-${n % 250}-${n % 7}`), ids: "m" },
      sizes.each,
      say,
    );

    say(`market: an account of ${sizes.account[1].toLocaleString("en")} events`);
    // A light account for each round, or it would not stay light.
    const lights = Array.from({ length: sizes.rounds + 1 }, (_, round) => `light-${round}`);
    for (const name of [...lights, "heavy"]) {
      await all(small, accountPast(name, Date.now() - 40 * 86_400_000));
      await cloneAccount(small.connection, name, sizes.account[name === "heavy" ? 1 : 0]! / 100);
    }
    const account = await compare(
      sizes,
      { small, large: small, ad: (size, n, round) => anAd(n, size === "small" ? lights[round]! : "heavy"), ids: "a" },
      Math.max(examinedEach + 1, Math.ceil(sizes.each / 4)),
      say,
    );
    const { seconds, bytes, rows } = loads[1]!;
    return { market, account, loadedIn: seconds, bytes, rows };
  } finally {
    for (const engine of engines) await engine.stop();
    for (const index of sizes.listings.keys()) rmSync(`${folder}-${index}`, { recursive: true, force: true });
  }
}

/** The template: ads of all categories, spread over one step of time. */
async function past(engine: Engine, template: number, from: number, stepMs: number): Promise<void> {
  const events = Array.from({ length: template }, (_, n) => {
    const at = from + (n / template) * stepMs;
    return eventsOf(anAd(n, `a-${n % 250}`), `t-${n}`, at)["listing.created"]!;
  });
  await all(engine, events);
}

async function all({ deps }: Engine, events: readonly unknown[]): Promise<void> {
  for (let at = 0; at < events.length; at += 100) {
    const decided = await deps.pipeline.submitAll(events.slice(at, at + 100), firstMarketplace);
    for (const one of decided) if (one.status === "rejected") throw one.reason;
  }
}

interface Sides {
  small: Engine;
  large: Engine;
  ad: (size: "small" | "large", n: number, round: number) => Ad;
  /** Put before every id. */
  ids: string;
}

/** A-B-A-B: a round of events on the one, the same on the other. */
async function compare(
  { rounds }: MarketSizes,
  { small, large, ad, ids }: Sides,
  each: number,
  say: (text: string) => void,
): Promise<Compared[]> {
  const watched = watch();
  const times = new Map(kinds.map((kind) => [kind, { small: [] as number[], large: [] as number[] }]));
  const pages = new Map(kinds.map((kind) => [kind, { small: [] as Statement[][], large: [] as Statement[][] }]));
  const sides = { small, large } as const;
  let n = 0;
  try {
    for (let round = 0; round <= rounds; round++) {
      for (const size of round % 2 ? (["small", "large"] as const) : (["large", "small"] as const)) {
        const { pipeline } = sides[size].deps;
        const took = new Map(kinds.map((kind) => [kind, [] as number[]]));
        for (let i = 0; i < each; i++) {
          n++;
          const events = eventsOf(ad(size, n, round), `${ids}-${size}-${n}`, Date.now());
          for (const kind of kinds) {
            // What costs pages is asked beside the clock, of a few.
            const examined = round > 0 && i < examinedEach;
            watched.start(examined);
            const from = performance.now();
            await pipeline.submit(events[kind], firstMarketplace);
            const ms = performance.now() - from;
            const statements = await watched.stop();
            if (examined) pages.get(kind)![size].push(statements);
            else took.get(kind)!.push(ms);
          }
        }
        // The first round warms both.
        if (round > 0) for (const kind of kinds) times.get(kind)![size].push(median(took.get(kind)!));
      }
      if (round > 0) say(`market: round ${round} of ${rounds}`);
    }
  } finally {
    watched.end();
  }
  return kinds.map((kind) => {
    const { small: a, large: b } = pages.get(kind)!;
    const of = (all: Statement[][], name: Statement["name"]) =>
      median(all.map((one) => one.filter((s) => s.name === name).reduce((sum, s) => sum + (s.pages ?? 0), 0)));
    const most = (name: Statement["name"]) =>
      Math.max(...[...a, ...b].map((one) => one.filter((s) => s.name === name).length));
    return {
      kind,
      n: rounds * (each - examinedEach),
      ...times.get(kind)!,
      pages: { read: [of(a, "read"), of(b, "read")], write: [of(a, "write"), of(b, "write")] },
      statements: {
        reads: most("read"),
        writes: most("write"),
        others: median([...a, ...b].map((one) => one.filter((s) => s.name === "other").length)),
      },
    };
  });
}

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

export async function benchMarket(sizes: MarketSizes, say: (text: string) => void): Promise<string> {
  const { market, account, loadedIn, bytes, rows } = await measureMarket(sizes, say);
  const number = (value: number) => value.toLocaleString("en");
  const table = (all: readonly Compared[], names: readonly [string, string]) =>
    [
      `| decision | n each | ${names[0]}, median | ${names[1]}, median | ratio, median of ${sizes.rounds} rounds (range) | reads, writes, other statements | pages the read touches | pages the write touches |`,
      "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
      ...all.map(({ kind, n, small, large, pages, statements }) => {
        const ratios = large.map((value, index) => value / small[index]!);
        return `| \`${kind}\` | ${n} | ${median(small).toFixed(2)} ms | ${median(large).toFixed(2)} ms | ${median(ratios).toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}) | ${statements.reads}, ${statements.writes}, ${statements.others} | ${pages.read.join(" → ")} | ${pages.write.join(" → ")} |`;
      }),
    ].join("\n");
  const [few, many] = sizes.listings.map(number) as [string, string];
  const [light, heavy] = sizes.account.map(number) as [string, string];
  return [
    `## ${few} and ${many} stored listings`,
    "",
    table(market, [few, many]),
    "",
    `The larger holds ${number(rows)} rows in ${(bytes / 1e9).toFixed(1)} GB, indexes included, and was loaded in ${Math.round(loadedIn)} s. ${number(sizes.template)} ads went through the pipeline; the others are their copies over ${days} days, under other ids, by other sellers, with other prints, under the same words, brands and categories: so what a look-up finds is as full in both. What a decision answered and was made from (\`decisions.answer\`, \`.basis\`) is not copied: history does not read it. One request at a time, in process; tables unlogged, fsync off, 32 MB of shared buffers, so that what is measured is the work of finding and not the disk's.`,
    "",
    `## An account of ${light} events and one of ${heavy}`,
    "",
    table(account, [light, heavy]),
    "",
    `Among the ${few} listings. The larger account's events are the smaller's, again and again within 40 days.`,
  ].join("\n");
}
