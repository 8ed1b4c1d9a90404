/** Rude messages, threats, unwanted advances. */
import type { Language } from "../catalogue.ts";
import { phrases } from "../goods.ts";
import { typed } from "../people.ts";
import { anybody, browse, type Script, stopped, type World, write } from "../script.ts";
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
