/** Rude messages, threats, unwanted advances; and reviews that praise among friends or punish rivals. */
import type { Language } from "../catalogue.ts";
import { phrases } from "../goods.ts";
import { typed } from "../people.ts";
import { anybody, browse, review, type Script, stopped, type World, write } from "../script.ts";
import { bent } from "./disguise.ts";
import { campaign, harm, newFace } from "./persist.ts";

const insults: Record<Language, readonly string[]> = {
  en: [
    "You stupid cow, who pays that for this rubbish?",
    "Answer me you idiot, I haven't got all day",
    "What a bloody moron you are, keep your crap",
    "I know where you live. You'll see what happens if you don't send it.",
    "Pretty picture of you, will you show me more in private? I pay well",
    "Go back to where you came from, we don't want your kind here",
    "Liar. Piece of shit. I'll have your account closed and your face smashed",
    "You fat ugly loser, nobody will ever buy your junk",
    "Kill yourself, thief",
  ],
  fr: [
    "Espèce de grosse vache, qui paierait ça pour cette merde ?",
    "Réponds abruti, j'ai pas toute la journée",
    "T'es vraiment un gros con, garde ta poubelle",
    "Je sais où tu habites. Tu vas voir si tu l'envoies pas.",
    "Jolie photo de profil, tu m'en montres plus en privé ? Je paie bien",
    "Rentre dans ton pays, on veut pas de gens comme toi ici",
    "Menteuse. Sale ordure. Je vais te faire fermer ton compte et te casser la gueule",
    "Espèce de laideron, personne achètera jamais tes saletés",
    "Va crever, voleur",
  ],
};

export function* rude(world: World): Script {
  const { random } = world;
  const of = campaign(world, "abuse");
  const who = random.chance(0.5) ? anybody(world) : yield* newFace(world, of);
  const offer = browse(world, who);
  const seller = offer && world.people.get(offer.entry.owner);
  if (!offer || !seller) return;
  const note = (text: string) => ({
    conversation: `${offer.entry.id}:${who.id}`,
    to: seller.id,
    listing: offer.entry.id,
    text,
  });
  yield* write(world, who, note(typed(random, who, random.pick(phrases(seller.language).questions))), {
    truth: { honest: true, like: "abuse" },
  });
  for (let attempt = 1; attempt <= 2; attempt++) {
    const plain = random.pick(insults[seller.language]);
    const text =
      attempt === 1
        ? typed(random, who, plain)
        : plain
            .split(" ")
            .map((word) => (word.length > 3 && random.chance(0.3) ? bent(random, word, 1) : word))
            .join(" ");
    const decision = yield* write(world, who, note(text), { truth: harm(of, attempt), after: random.int(3, 200) });
    if (!stopped(decision)) return;
  }
}

const praise: Record<Language, readonly string[]> = {
  en: [
    "Best seller on the site, buy with your eyes closed!!",
    "TOP TOP TOP, 100 % trust, will come again",
    "Perfect as always, thank you my friend",
  ],
  fr: [
    "Meilleur vendeur du site, foncez les yeux fermés !!",
    "TOP TOP TOP, confiance à 100 %, je reviendrai",
    "Parfait comme toujours, merci mon ami",
  ],
};

/** Three new accounts praise one another, or one of them punishes a rival; nobody bought anything. */
export function* fakeReviews(world: World): Script {
  const { random } = world;
  const of = campaign(world, "fake_review");
  const one = yield* newFace(world, of);
  const two = yield* newFace(world, of, {
    language: one.language,
    client: { ...one.client, session: `ses_${random.string(10)}` },
  });
  const three = yield* newFace(world, of, { language: one.language });
  for (const [author, about] of [
    [two, one],
    [three, one],
    [one, two],
    [one, three],
  ] as const) {
    yield* review(
      world,
      author,
      about.id,
      { rating: 5, text: random.pick(praise[author.language]) },
      { truth: harm(of), after: random.int(2, 90) },
    );
  }
  if (random.chance(0.5)) {
    const rival = anybody(world);
    const text = { en: "Scammer!!! Avoid. Buy from others instead.", fr: "Arnaqueur !!! À fuir. Achetez ailleurs." }[
      one.language
    ];
    yield* review(world, two, rival.id, { rating: 1, text }, { truth: harm(of), after: random.int(10, 300) });
  }
}
