/** What scammers have in common: they try, look whether it is up, and try differently. */
import type { Decision } from "@assay/sdk";
import type { Ad } from "../goods.ts";
import type { Person } from "../people.ts";
import { edit, logIn, post, type Script, signUp, stopped, type World } from "../script.ts";
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
  return who;
}

/**
 * Posts an ad and, each time it is stopped, comes back with the next version: half the time as an edit of the same ad,
 * else as another one. Gives the ad that got through, if any.
 */
export function* persist(
  world: World,
  who: Person,
  of: Campaign,
  versions: readonly ((attempt: number) => Ad)[],
  after = 8,
): Script<{ id: string; ad: Ad } | undefined> {
  const { random } = world;
  let id: string | undefined;
  for (const [i, version] of versions.entries()) {
    const attempt = i + 1;
    const ad = version(attempt);
    const given = { truth: harm(of, attempt), after: i === 0 ? after : random.int(10, 240) };
    let decision: Decision | undefined;
    if (id !== undefined && random.chance(0.5)) {
      decision = yield* edit(world, who, id, ad, given);
    } else {
      const posted = yield* post(world, who, ad, given);
      id = posted.id;
      decision = posted.decision;
    }
    if (!stopped(decision)) return { id, ad };
  }
  return undefined;
}
