/** A business that calls itself a private person: new goods, lots, all sizes, week after week. */
import { type Language, models } from "../catalogue.ts";
import { ad } from "../goods.ts";
import type { Person } from "../people.ts";
import { post, type Script, stopped, type World } from "../script.ts";
import { again, campaign, harm, newFace } from "./persist.ts";

const hour = 60;

/** Openly commercial, then with the telling words left out, then as an ordinary person would put it. */
const tells: Record<Language, readonly (readonly string[])[]> = {
  en: [
    [
      "All sizes in, tell me which. Invoice on request, ships from the depot.",
      "New in wrapping, I have {n} of them. Price per piece, less from five on.",
      "Warranty one year through our workshop. Returns accepted within a fortnight.",
      "Import by the pallet, fresh arrivals on Thursdays.",
    ],
    [
      "Several available, ask before you buy. Sent the same day.",
      "Others in my wardrobe, combined postage for two or more.",
      "Brand new with tags, other colours can be had.",
    ],
    ["Never used, got two of them.", "New, the size was wrong.", "Unwanted, still sealed."],
  ],
  fr: [
    [
      "Toutes tailles en rayon, dites laquelle. Facture sur demande, départ entrepôt.",
      "Neuf sous film, j'en ai {n}. Prix à l'unité, dégressif dès cinq.",
      "Garantie un an par notre atelier. Retours acceptés sous quinze jours.",
      "Import à la palette, nouveautés le jeudi.",
    ],
    [
      "Plusieurs dispo, demandez avant d'acheter. Envoi le jour même.",
      "D'autres dans mon dressing, port groupé dès deux articles.",
      "Neuf avec étiquettes, autres coloris possibles.",
    ],
    ["Jamais servi, je l'ai en double.", "Neuf, erreur de taille.", "Cadeau, encore scellé."],
  ],
};

export function* hiddenTrader(world: World): Script {
  const { random } = world;
  const of = campaign(world, "undeclared_trader");
  const category = random.pick(["shoes", "fashion", "phones", "consoles", "baby"] as const);
  let who: Person = yield* newFace(world, of, { capacity: "private", taste: [category], care: 0.9 });
  const range = random.some(
    models.filter((one) => one.category === category),
    random.int(1, 3),
  );
  let attempt = 1;
  for (let i = random.int(7, 13); i > 0; i--) {
    const tell = random.pick(tells[who.language][attempt - 1]!).replace("{n}", String(random.int(6, 40)));
    const thing = ad(random, who, { model: random.pick(range), grade: "new", cheap: 0.85, also: [tell] });
    const { decision } = yield* post(world, who, thing, { truth: harm(of, attempt), after: random.int(20, 14 * hour) });
    if (!stopped(decision)) continue;
    if (++attempt > 3) return;
    if (random.chance(0.4)) who = yield* again(world, who, of);
  }
}
