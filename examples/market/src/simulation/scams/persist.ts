/** What scammers have in common: they try, look whether it is up, and try differently. */
import type { Decision } from "@assay/sdk";
import type { Ad } from "../goods.ts";
import { clientOf, type Person } from "../people.ts";
import { edit, logIn, payout, post, type Script, signUp, stopped, type World } from "../script.ts";
import type { Scam, Truth } from "../truth.ts";

export interface Campaign {
  scam: Scam;
  id: string;
}

export const campaign = (world: World, scam: Scam): Campaign => ({ scam, id: world.id("cam") });

export const harm = ({ scam, id }: Campaign, attempt = 1): Truth => ({
  honest: false,
  scam,
  role: "harm",
  campaign: id,
  attempt,
});
export const setup = ({ scam, id }: Campaign): Truth => ({
  honest: false,
  scam,
  role: "setup",
  campaign: id,
  attempt: 1,
});
export const cover = ({ scam, id }: Campaign): Truth => ({
  honest: false,
  scam,
  role: "cover",
  campaign: id,
  attempt: 1,
});

/** A scammer's own account. It looks like anybody's; those who have done it before return on the same device at times. */
export function* newFace(world: World, of: Campaign, given: Partial<Person> = {}): Script<Person> {
  const who = yield* signUp(world, { truth: setup(of), who: { care: 0.5 + world.random.next() * 0.5, ...given } });
  yield* logIn(world, who, { truth: setup(of), after: world.random.int(1, 40) });
  if (world.random.chance(0.4)) yield* payout(world, who, { truth: setup(of), after: world.random.int(1, 90) });
  return who;
}

/** The same person under another name: always the same telephone in the hand, often another network, sometimes the old payout. */
export function* again(world: World, who: Person, of: Campaign): Script<Person> {
  const { random } = world;
  const { ip, ...rest } = clientOf(random, who.country, who.language);
  const client = { ...rest, device: who.client.device!, ip: random.chance(0.5) ? who.client.ip! : ip! };
  const face = yield* newFace(world, of, { language: who.language, country: who.country, client });
  const old = world.shop.entry("payout_method", `pay_${who.id}`)?.revisions.at(-1)?.data["fingerprint"];
  if (old !== undefined && random.chance(0.5)) {
    yield* payout(world, face, { truth: setup(of), after: random.int(2, 60) }, { fingerprint: String(old) });
  }
  return face;
}

/**
 * Posts an ad and, each time it is stopped, comes back with the next version: as an edit of the same ad, as another one,
 * or from a new account. Gives the ad that got through, if any, and whose it is then.
 */
export function* persist(
  world: World,
  who: Person,
  of: Campaign,
  versions: readonly ((attempt: number, who: Person) => Ad)[],
  after = 8,
): Script<{ id: string; ad: Ad; who: Person } | undefined> {
  const { random } = world;
  let id: string | undefined;
  let barred = false;
  for (const [i, version] of versions.entries()) {
    const attempt = i + 1;
    if (i > 0 && (barred || random.chance(0.25))) {
      who = yield* again(world, who, of);
      id = undefined;
    }
    const ad = version(attempt, who);
    const given = { truth: harm(of, attempt), after: i === 0 ? after : random.int(10, 240) };
    let decision: Decision | undefined;
    if (id !== undefined && random.chance(0.5)) {
      decision = yield* edit(world, who, id, ad, given);
    } else {
      const posted = yield* post(world, who, ad, given);
      id = posted.id;
      decision = posted.decision;
    }
    if (!stopped(decision)) return { id, ad, who };
    barred = decision?.restrictions.some(({ type }) => type === "suspend") ?? false;
  }
  return undefined;
}
