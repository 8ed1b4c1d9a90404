/** The whole marketplace: its past, its shop, its people at work, and its link to Assay. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { AssayClient } from "@assay/sdk";
import { Desk } from "./desk.ts";
import { Album } from "./pictures/album.ts";
import { Shop } from "./shop.ts";
import type { World } from "./simulation/script.ts";
import type { Truth } from "./simulation/truth.ts";
import { past } from "./simulation/weeks.ts";
import { storefront } from "./storefront/app.ts";
import { traffic } from "./traffic.ts";

export interface MarketOptions {
  /** Where Assay listens. */
  assay: string;
  apiKey: string;
  webhookSecrets: readonly string[];
  /** 0 for any free one. */
  port: number;
  seed: string;
  /** Seconds between simulated events; 0 for none. */
  pace: number;
  /** End of the seeded past, ms since 1970. */
  until: number;
  /** JSON file that keeps what users did over a restart. Without it everything is in memory. */
  snapshot?: string;
  /** Told of every simulated event's truth. */
  truth?: (event: string, truth: Truth) => void;
}

export interface Market extends AsyncDisposable {
  url: string;
  shop: Shop;
  desk: Desk;
}

const catchUpEveryMs = 10_000;
const sendAgainEveryMs = 5_000;

export async function startMarket(options: MarketOptions): Promise<Market> {
  const { seed, until, snapshot } = options;
  const world = remembered(seed, until, snapshot);
  const { shop } = world;
  const album = new Album();
  const client = new AssayClient({ url: options.assay, apiKey: options.apiKey });
  const desk = new Desk(client, shop, options.webhookSecrets);
  let url = "";
  const app = await storefront({ shop, desk, album, url: () => url });
  url = (await app.listen({ port: options.port, host: "127.0.0.1" })).replace("[::1]", "127.0.0.1");

  const stop = new AbortController();
  const { signal } = stop;
  const background: Promise<unknown>[] = [];
  if (options.pace > 0) {
    background.push(
      traffic(desk, album, {
        seed,
        pace: options.pace,
        world,
        url,
        signal,
        ...(options.truth && { truth: options.truth }),
      }),
    );
  }
  // the past is decided while another process imports it, so ask for the newest first until all of it is known
  const undecided = shop.all("listing").flatMap((entry) => entry.revisions.map(({ event }) => event));
  const catchUp = async () => {
    while (!signal.aborted && !(await desk.catchUp(undecided.toReversed(), signal))) {
      await sleep(catchUpEveryMs, undefined, { signal }).catch(() => {});
    }
  };
  background.push(catchUp());
  const sendTimer = setInterval(() => void desk.sendAgain(), sendAgainEveryMs);
  const saveTimer = snapshot ? setInterval(() => save(shop, snapshot), 30_000) : undefined;

  return {
    url,
    shop,
    desk,
    async [Symbol.asyncDispose]() {
      stop.abort();
      clearInterval(sendTimer);
      clearInterval(saveTimer);
      await Promise.all(background);
      await app.close();
      if (snapshot) save(shop, snapshot);
    },
  };
}

/** The seeded past lived through again, which takes a second; what a snapshot holds replaces the shop's part of it. */
function remembered(seed: string, until: number, snapshot: string | undefined): World {
  const steps = past({ seed, until, pictureDays: Number.POSITIVE_INFINITY });
  let next = steps.next();
  while (!next.done) next = steps.next();
  const world = next.value;
  return snapshot && existsSync(snapshot) ? { ...world, shop: Shop.restore(readFileSync(snapshot, "utf8")) } : world;
}

/** Written beside and moved, so that a stop in the middle leaves the old file whole. */
function save(shop: Shop, file: string): void {
  writeFileSync(`${file}.new`, shop.snapshot());
  renameSync(`${file}.new`, file);
}
