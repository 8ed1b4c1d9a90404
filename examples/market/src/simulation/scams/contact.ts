/** Contact details in ads, to take buyers away from the site; hidden better after each refusal. */
import type { Language } from "../catalogue.ts";
import { models } from "../catalogue.ts";
import { ad, photo, picturesOf } from "../goods.ts";
import type { Script, World } from "../script.ts";
import { contact, hidden } from "./disguise.ts";
import { pullAway } from "./pay-elsewhere.ts";
import { campaign, newFace, persist } from "./persist.ts";

const invitations: Record<Language, readonly string[]> = {
  en: [
    "Text me: {c}",
    "Quickest way to reach me {c}",
    "More pictures on {c}",
    "I'm not often on here, {c}",
    "Serious buyers only, {c}",
    "Call in the evening {c}",
  ],
  fr: [
    "Me joindre : {c}",
    "Plus rapide ici {c}",
    "Plus de photos sur {c}",
    "Je passe rarement sur le site, {c}",
    "Acheteur sérieux uniquement, {c}",
    "Appelez le soir au {c}",
  ],
};

export function* contactInAd(world: World): Script {
  const { random } = world;
  const of = campaign(world, "contact_details");
  const who = yield* newFace(world, of);
  const channel = random.pick(["phone", "phone", "phone", "mail", "handle", "link"] as const);
  const plain = contact(random, channel, who.language);
  const model = random.pick(models);
  const picture = photo(random, model);
  const first = random.int(0, 1);
  const up = yield* persist(world, who, of, [
    ...[first, first + 1, 3].map((level) => () => {
      const where = hidden(random, channel, plain, who.language, level);
      return ad(random, who, {
        model,
        pictures: [picture],
        also: [random.pick(invitations[who.language]).replace("{c}", where)],
      });
    }),
    // at last the number moves into the picture
    () => ({ ...ad(random, who, { model }), pictures: picturesOf([{ ...picture, caption: plain }]) }),
  ]);
  if (up) world.traps.set(up.id, (w, buyer, conversation) => pullAway(w, up.who, buyer, conversation, up.id, of));
}
