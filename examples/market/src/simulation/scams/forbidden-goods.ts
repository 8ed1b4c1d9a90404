/** Counterfeits and things that may not be sold; first named, then in the trade's own euphemisms. */

import { edits, knownBad, type Recipe } from "../../pictures/recipe.ts";
import { type Category, type Language, models, type Words } from "../catalogue.ts";
import { type Ad, ad, photo, picturesOf } from "../goods.ts";
import type { Random } from "../random.ts";
import type { Script, World } from "../script.ts";
import { bent } from "./disguise.ts";
import { campaign, newFace, persist } from "./persist.ts";

/** A picture of the bank of refused ones, altered a little, as those who post it again do. */
function usedBefore(random: Random, shape: Recipe["shape"]): Recipe {
  const { tint, seed } = random.pick(knownBad.filter((one) => one.shape === shape));
  return { shape, tint, seed, ...(random.chance(0.7) && { edit: random.pick(edits) }) };
}

const copies: Record<Language, readonly (readonly string[])[]> = {
  en: [
    [
      "Replica, best quality, nobody sees the difference.",
      "AAA copy, same weight, same stamps.",
      "Fake but perfect, with box and a card.",
    ],
    [
      "1:1 mirror quality, comes with everything.",
      "Super clone, better than what they sell in the shop.",
      "Inspired model, same factory.",
    ],
    [
      "UA batch, passed by everybody who has seen it.",
      "Straight from the maker, without the boutique's margin. No invoice of course.",
      "Dupe with the right letters in the right place, if you see what I mean.",
    ],
    [
      "Never sold in a shop, hence no papers. All sizes and colours, ask.",
      "You know what it is, at this price. Looks right, feels right.",
    ],
  ],
  fr: [
    [
      "Réplique, très bonne qualité, personne ne voit la différence.",
      "Copie AAA, même poids, mêmes poinçons.",
      "Faux mais parfait, avec boîte et carte.",
    ],
    ["Qualité miroir 1:1, complet.", "Super clone, mieux qu'en boutique.", "Modèle inspiré, même usine."],
    [
      "Batch UA, validé par tous ceux qui l'ont vu.",
      "Direct fabricant, sans la marge boutique. Sans facture évidemment.",
      "Dupe avec les bonnes lettres au bon endroit, si vous voyez.",
    ],
    [
      "Jamais passé en boutique, donc sans papiers. Toutes tailles et couleurs, demandez.",
      "À ce prix vous savez ce que c'est. Rendu identique.",
    ],
  ],
};

export function* counterfeit(world: World): Script {
  const { random } = world;
  const of = campaign(world, "counterfeit");
  const who = yield* newFace(world, of);
  const luxury = models.filter(
    (one) =>
      [
        "Louis Vuitton",
        "Chanel",
        "Gucci",
        "Rolex",
        "Omega",
        "Hermès",
        "Christian Louboutin",
        "Nike",
        "The North Face",
      ].includes(one.brand ?? "") && one.price >= 60,
  );
  const model = random.pick(luxury);
  const picture =
    model.shape === "bag" || model.shape === "watch" ? usedBefore(random, model.shape) : photo(random, model);
  yield* persist(
    world,
    who,
    of,
    [0, 1, 2, 3].map((level) => () => {
      const made = ad(random, who, {
        model,
        grade: "new",
        cheap: 0.07 + random.next() * 0.12 + level * 0.03,
        pictures: [picture],
        also: [random.pick(copies[who.language][level]!)],
      });
      if (level === 0 || !made.brand) return made;
      const { brand, ...rest } = made;
      return { ...rest, title: rest.title.replace(brand, bent(random, brand, level)) };
    }),
  );
}

interface Forbidden {
  category: Category;
  title: Words;
  text: Words;
  /** The same in words that only the buyer should understand. */
  coded: { title: Words; text: Words };
  price: readonly [number, number];
  shape?: Recipe["shape"];
}

const forbidden: readonly Forbidden[] = [
  {
    category: "watches",
    title: { en: "9 mm pistol, two magazines", fr: "Pistolet 9 mm, deux chargeurs" },
    text: {
      en: "Shoots well, 50 rounds included, no papers asked.",
      fr: "Tire bien, 50 balles avec, aucun papier demandé.",
    },
    coded: {
      title: { en: "Collector's piece, black, Austrian", fr: "Pièce de collection autrichienne, noire" },
      text: {
        en: "Model 19 from Austria, with two refills and fifty sweets. Serious people only.",
        fr: "Modèle 19 d'Autriche, deux recharges et cinquante bonbons. Gens sérieux.",
      },
    },
    price: [350, 900],
    shape: "pistol",
  },
  {
    category: "furniture",
    title: { en: "Alarm pistol converted to live", fr: "Pistolet d'alarme modifié balles réelles" },
    text: { en: "Barrel replaced, tested.", fr: "Canon remplacé, testé." },
    coded: {
      title: { en: "Starter for races, improved", fr: "Starter de course amélioré" },
      text: {
        en: "Reworked by a friend with a lathe, does the real thing now.",
        fr: "Repris au tour par un ami, fait le vrai travail maintenant.",
      },
    },
    price: [180, 420],
    shape: "pistol",
  },
  {
    category: "books",
    title: { en: "Blank passport, any name", fr: "Passeport vierge, nom au choix" },
    text: {
      en: "EU passport with chip, ready in five days. Driving licences too.",
      fr: "Passeport UE avec puce, prêt en cinq jours. Permis aussi.",
    },
    coded: {
      title: { en: "Travel booklet, burgundy, 32 pages", fr: "Carnet de voyage bordeaux, 32 pages" },
      text: {
        en: "Filled in as you wish, with your photo. Passes the machines.",
        fr: "Rempli à votre convenance, avec votre photo. Passe les machines.",
      },
    },
    price: [400, 1500],
    shape: "passport",
  },
  {
    category: "baby",
    title: { en: "Tramadol 50 mg, 5 boxes", fr: "Tramadol 50 mg, 5 boîtes" },
    text: {
      en: "Left over from an operation, unopened. Oxycodone as well.",
      fr: "Reste d'une opération, non ouvertes. Oxycodone aussi.",
    },
    coded: {
      title: { en: "Trams, strips of ten", fr: "Tram, plaquettes de dix" },
      text: {
        en: "For pain and for parties, no prescription, by letter post.",
        fr: "Pour la douleur et pour la fête, sans ordonnance, en lettre.",
      },
    },
    price: [30, 90],
    shape: "pills",
  },
  {
    category: "fashion",
    title: { en: "Ozempic pen 1 mg", fr: "Stylo Ozempic 1 mg" },
    text: { en: "Kept in the fridge, you lose 5 kg a month.", fr: "Gardé au frigo, -5 kg par mois." },
    coded: {
      title: { en: "Slimming pens, blue cap", fr: "Stylos minceur capuchon bleu" },
      text: {
        en: "The one from TikTok, weekly, no need of a doctor.",
        fr: "Celui de TikTok, une fois par semaine, sans médecin.",
      },
    },
    price: [90, 220],
    shape: "pills",
  },
  {
    category: "furniture",
    title: { en: "Carved ivory tusk", fr: "Défense en ivoire sculptée" },
    text: {
      en: "From my grandfather's years in Gabon, 2.1 kg, real ivory.",
      fr: "Du grand-père, années Gabon, 2,1 kg, ivoire véritable.",
    },
    coded: {
      title: { en: "Carving in old white material", fr: "Sculpture en matière blanche ancienne" },
      text: {
        en: "The warm kind with the crossed lines, you know. No certificate.",
        fr: "La chaude, avec les lignes croisées, vous savez. Sans certificat.",
      },
    },
    price: [300, 1400],
  },
  {
    category: "consoles",
    title: { en: "Cannabis grinder with 5 g inside", fr: "Grinder avec 5 g de beuh" },
    text: { en: "Amnesia, home grown.", fr: "Amnesia, maison." },
    coded: {
      title: { en: "Grinder, well filled", fr: "Grinder bien garni" },
      text: {
        en: "Comes with five of green, more of it every week.",
        fr: "Livré avec cinq de verte, arrivage chaque semaine.",
      },
    },
    price: [40, 80],
  },
  {
    category: "consoles",
    title: { en: "Seller account with 240 five-star reviews", fr: "Compte vendeur avec 240 avis 5 étoiles" },
    text: {
      en: "Verified, three years old, e-mail included. PSN and Netflix accounts as well.",
      fr: "Vérifié, trois ans d'ancienneté, mail fourni. Comptes PSN et Netflix aussi.",
    },
    coded: {
      title: { en: "Profile with a good past", fr: "Profil avec un bon passé" },
      text: {
        en: "Start selling tomorrow as if you had been here for years.",
        fr: "Vendez demain comme si vous étiez là depuis des années.",
      },
    },
    price: [60, 190],
  },
  {
    category: "fashion",
    title: { en: "10 cartons of Marlboro from Andorra", fr: "10 cartouches de Marlboro d'Andorre" },
    text: { en: "45 each, I deliver around Toulouse.", fr: "45 pièce, livraison vers Toulouse." },
    coded: {
      title: {
        en: "Red and white, ten of them, from the mountains",
        fr: "Les rouges et blanches, par dix, de la montagne",
      },
      text: { en: "Half of what the corner shop asks.", fr: "Moitié prix du bureau de tabac." },
    },
    price: [300, 450],
  },
  {
    category: "baby",
    title: { en: "French bulldog puppies, 7 weeks", fr: "Chiots bouledogue français, 7 semaines" },
    text: { en: "No papers, not chipped, available now.", fr: "Sans papiers ni puce, dispo de suite." },
    coded: {
      title: { en: "Little companions looking for a sofa", fr: "Petits compagnons cherchent canapé" },
      text: { en: "Four of them, seven weeks, mother can be seen.", fr: "Quatre, sept semaines, maman visible." },
    },
    price: [350, 800],
  },
];

export function* prohibited(world: World): Script {
  const { random } = world;
  const of = campaign(world, "prohibited");
  const who = yield* newFace(world, of);
  const thing = random.pick(forbidden);
  const stand = random.pick(models.filter((one) => one.category === thing.category));
  const picture = thing.shape ? usedBefore(random, thing.shape) : photo(random, stand);
  const version = (words: Pick<Forbidden, "title" | "text">, bend: number): Ad => {
    const base = ad(random, who, { model: stand, grade: "good" });
    const { brand: _, ...rest } = base;
    return {
      ...rest,
      title:
        bend > 0
          ? words.title[who.language]
              .split(" ")
              .map((word, i) => (i === 0 ? bent(random, word, bend) : word))
              .join(" ")
          : words.title[who.language],
      description: words.text[who.language],
      price: { ...base.price, amount: random.int(...thing.price) },
      pictures: picturesOf([picture]),
    };
  };
  yield* persist(world, who, of, [
    () => version(thing, 0),
    () => version(thing, 2),
    () => version(thing.coded, 0),
    // at last the picture goes too
    () => ({ ...version(thing.coded, 0), pictures: picturesOf([photo(random, stand)]) }),
  ]);
}
