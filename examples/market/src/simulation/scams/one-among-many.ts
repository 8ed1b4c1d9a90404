/** One fraud among many ads: a flood of ordinary things, copied from real ads, in which one or two frauds hide. */
import { models } from "../catalogue.ts";
import { ad, photo } from "../goods.ts";
import { clientOf } from "../people.ts";
import { post, type Script, stopped, type World } from "../script.ts";
import { pullAway } from "./pay-elsewhere.ts";
import { campaign, cover, harm, newFace } from "./persist.ts";

export function* oneAmongMany(world: World): Script {
  const { random } = world;
  const of = campaign(world, "one_among_many");
  const device = clientOf(random, "FR", "fr");
  // the careful ones spread the flood over two accounts on one device
  const first = yield* newFace(world, of, { client: device });
  const who = random.chance(0.35)
    ? [first, yield* newFace(world, of, { client: { ...device, ip: clientOf(random, "FR", "fr").ip } })]
    : [first];
  const n = random.int(10, 18);
  const odd = new Set(
    random.some(
      Array.from({ length: n - 4 }, (_, i) => i + 3),
      random.int(1, 2),
    ),
  );
  const hot = models.filter(
    (one) => one.price >= 200 && ["phones", "consoles", "computers", "watches", "fashion"].includes(one.category),
  );
  let attempt = 1;
  for (let i = 0; i < n; i++) {
    const seller = random.pick(who);
    if (odd.has(i)) {
      const model = random.pick(hot);
      const version = (cheap: number) =>
        ad(random, seller, { model, cheap, grade: "like_new", pictures: [photo(random, model)] });
      const posted = yield* post(world, seller, version(0.3 + random.next() * 0.15), {
        truth: harm(of, attempt),
        after: random.int(1, 6),
      });
      if (!stopped(posted.decision)) {
        world.traps.set(posted.id, (w, buyer, conversation) => pullAway(w, seller, buyer, conversation, posted.id, of));
      } else if (attempt < 3) {
        // the next one is dearer, and comes later in the flood
        attempt++;
        odd.add(Math.min(n - 1, i + 2));
      }
    } else {
      const usual = models.filter((one) => one.price < 120);
      yield* post(world, seller, ad(random, seller, { model: random.pick(usual) }), {
        truth: cover(of),
        after: random.int(1, 6),
      });
    }
  }
}
