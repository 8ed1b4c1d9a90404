/**
 * The market at work: scripts of many people interleaved in time, seeded, endless. Whoever drives it sends each step's
 * event to Assay, says what was decided, and takes the next step; so scammers learn from their refusals.
 */
import type { AssayEvent, Decision } from "@assay/sdk";
import { Shop } from "../shop.ts";
import * as busy from "./busy-people.ts";
import { categoryIds } from "./catalogue.ts";
import * as changed from "./changed-lives.ts";
import { buy, join, sell } from "./honest.ts";
import * as alike from "./look-alikes.ts";
import type { Person } from "./people.ts";
import { type Random, seeded, weighted } from "./random.ts";
import { rude } from "./scams/bad-manners.ts";
import { contactInAd } from "./scams/contact.ts";
import { editAfterApproval } from "./scams/edit-after-approval.ts";
import { counterfeit, prohibited } from "./scams/forbidden-goods.ts";
import { gang } from "./scams/gang.ts";
import { hiddenTrader } from "./scams/hidden-trader.ts";
import { oneAmongMany } from "./scams/one-among-many.ts";
import { acrossChats, fakeBuyer, inChat, inTheAd, inThePicture } from "./scams/pay-elsewhere.ts";
import { pageFiller, stolenAd } from "./scams/reposted.ts";
import { fakeReviews } from "./scams/reviews.ts";
import { phisher, spammer } from "./scams/spam.ts";
import { takeover } from "./scams/takeover.ts";
import { tooGood } from "./scams/too-good.ts";
import { type Act, type Script, signUp, type World } from "./script.ts";
import { honest, type Truth } from "./truth.ts";

type Start = (world: World) => Script;

const honestScripts: readonly (readonly [number, Start])[] = [
  [13, join],
  [30, (world) => sell(world)],
  [36, (world) => buy(world)],
];
const lookAlikes: readonly (readonly [number, Start])[] = [
  [4, alike.broken],
  [3, alike.bargain],
  [3, alike.giveaway],
  [1, alike.moving],
  [0.7, alike.shop],
  [3, alike.comesBack],
  [3, alike.tinkerer],
  [3, alike.warns],
  [4, alike.numbers],
  [2, alike.authentic],
  [4, alike.innocent],
  [3, alike.cross],
  [2, alike.collector],
  [2, alike.neighbours],
  [2, changed.traveller],
  [1.5, changed.newTelephone],
  [2, changed.newBank],
  [0.6, changed.opensShop],
  [2, changed.corrects],
  [1, busy.family],
  [0.8, busy.office],
  [0.6, busy.charity],
  [0.8, busy.wardrobe],
  [2, busy.relists],
  [2, busy.twins],
  [0.8, busy.popular],
  [3, busy.parcelTalk],
];
const scamScripts: readonly (readonly [number, Start])[] = [
  [3, takeover],
  [3, editAfterApproval],
  [4, tooGood],
  [1.6, oneAmongMany],
  [3, inTheAd],
  [2, inChat],
  [2, fakeBuyer],
  [1, inThePicture],
  [3, counterfeit],
  [3, prohibited],
  [3, contactInAd],
  [2.5, rude],
  [1, fakeReviews],
  [1.5, acrossChats],
  [2, stolenAd],
  [1, pageFiller],
  [1.2, gang],
  [1, hiddenTrader],
  [1, spammer],
  [1.5, phisher],
];

export interface SimulationOptions {
  seed: string;
  /** When the market's clock starts, ms since 1970. */
  from: number;
  /** When it stops; endless without. */
  until?: number;
  /** Share of the doings (scripts, not events) that are scams; 0.08 by default. */
  fraud?: number;
  /** From then on, in ms since 1970, every scam is tried once within five hours (live: a quarter of one), so that there is one of each to look at. */
  parade?: number;
  /** Share of the honest doings that look like scams; 0.25 by default. */
  lookAlikes?: number;
  /** Doings that begin per hour of the market's clock, on average over a day; 1.4 by default. */
  perHour?: number;
  /** People who have joined, in the three years before, when it starts; 300 by default. */
  people?: number;
  /** When a day begins, ms since 1970; UTC's by default. */
  midnight?: number;
  /** For watching: the same rate by day and by night, and waits of days shortened to minutes. */
  live?: boolean;
  /** Goes on where another simulation ended: its people, traps and shop. */
  world?: World;
  /** Put before every id, so that two runs against one Assay do not collide. */
  ids?: string;
}

/** One thing that happens. */
export interface Step {
  /** Its `time` is the market's clock; pictures are names of drawings. */
  event: AssayEvent;
  truth: Truth;
  /** What Assay said; to be called before the next step is taken. Without it the scripts take it as let through. */
  decided(decision: Decision | undefined): void;
}

const hourMs = 3_600_000;

/** People are awake by day: weight of each hour, mean 1. */
const rhythm = [
  0.25, 0.12, 0.06, 0.04, 0.05, 0.15, 0.4, 0.8, 1.1, 1.2, 1.2, 1.25, 1.4, 1.3, 1.2, 1.2, 1.25, 1.4, 1.6, 1.8, 2, 1.9,
  1.3, 0.63,
];

/** When the next doing begins: a Poisson process, thinned by the hour's weight; flat without a midnight. */
function nextArrival(random: Random, after: number, perHour: number, midnight: number | undefined): number {
  if (midnight === undefined) return after + random.wait(hourMs / perHour);
  const peak = Math.max(...rhythm);
  let at = after;
  do at += random.wait(hourMs / (perHour * peak));
  while (!random.chance(rhythm[Math.floor(((at - midnight) / hourMs) % 24)]! / peak));
  return at;
}

interface Pending {
  at: number;
  script: Script;
  act: Act;
  order: number;
}

export function* simulate(options: SimulationOptions): Generator<Step, World> {
  const { seed, from, until = Number.POSITIVE_INFINITY, ids = "", perHour = 1.4, live = false, midnight = 0 } = options;
  const random = seeded(seed);
  const world: World = {
    shop: options.world?.shop ?? new Shop(),
    people: options.world?.people ?? new Map(),
    traps: options.world?.traps ?? new Map(),
    counters: options.world?.counters ?? new Map(),
    random,
    id: (prefix) => {
      const n = (world.counters.get(prefix) ?? 0) + 1;
      world.counters.set(prefix, n);
      return `${prefix}_${ids}${n.toString(36).padStart(4, "0")}`;
    },
  };
  const queue: Pending[] = [];
  let started = 0;
  const begin = (at: number, start: Start) => {
    const own = { ...world, random: random.fork(`${++started}`) };
    advance({ at, script: start(own), order: started }, undefined);
  };
  /** Lets a script go on to its next act and puts that in the queue. */
  const advance = ({ at, script, order }: Omit<Pending, "act">, decision: Decision | undefined) => {
    const next = script.next(decision);
    if (next.done) return;
    const minutes = live ? shortened(next.value.after) : next.value.after;
    queue.push({ at: at + minutes * 60_000, script, order, act: next.value });
  };

  if (!options.world) {
    for (let i = options.people ?? 300; i > 0; i--) {
      begin(from - random.next() ** 2 * 3 * 365 * 86_400_000 - 3_600_000, settle);
    }
  }
  const parade =
    options.parade === undefined
      ? []
      : scamScripts.map(([, start]) => ({ at: options.parade! + random.next() * (live ? 0.25 : 5) * hourMs, start }));
  parade.sort((a, b) => a.at - b.at);
  let arrival = from;
  for (;;) {
    while (arrival < until && (queue.length === 0 || arrival <= earliest(queue).at)) {
      begin(arrival, choose(random, options));
      arrival = nextArrival(random, arrival, perHour, live ? undefined : midnight);
    }
    while (parade[0] && (queue.length === 0 || parade[0].at <= earliest(queue).at)) {
      const { at, start } = parade.shift()!;
      begin(at, start);
    }
    const pending = earliest(queue);
    if (!pending || pending.at > until) return world;
    queue.splice(queue.indexOf(pending), 1);
    const { act, at } = pending;
    // an ad that was sold meanwhile is neither edited nor taken down any more
    if (act.type.startsWith("listing.") && world.shop.entry("listing", act.data.id)?.closed) continue;
    const event: AssayEvent = {
      id: world.id("evt"),
      type: act.type,
      time: new Date(at).toISOString(),
      client: act.client,
      data: act.data,
    };
    let decision: Decision | undefined;
    yield {
      event,
      truth: act.truth,
      decided: (given) => {
        decision = given;
      },
    };
    world.shop.record(event, decision);
    advance(pending, decision);
  }
}

/** A wait as a spectator has patience for: up to two minutes nearly as it is, an hour in 7 minutes, four days in 16. */
const shortened = (minutes: number) => 2 * Math.log1p(minutes / 2);

/** An account from before: joined, and nothing more is known. */
function* settle(world: World): Script {
  const { random } = world;
  const who: Person = yield* signUp(world, {
    truth: honest,
    who: { taste: random.some(categoryIds, random.int(1, 3)), capacity: random.chance(0.03) ? "trader" : "private" },
  });
  world.people.set(who.id, who);
}

function choose(random: Random, { fraud = 0.08, lookAlikes: share = 0.25 }: SimulationOptions): Start {
  if (random.chance(fraud)) return weighted(random, scamScripts);
  return random.chance(share) ? weighted(random, lookAlikes) : weighted(random, honestScripts);
}

function earliest(queue: readonly Pending[]): Pending {
  let best = queue[0]!;
  for (const one of queue) if (one.at < best.at || (one.at === best.at && one.order < best.order)) best = one;
  return best;
}
