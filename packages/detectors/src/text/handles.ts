/** Names on other platforms (`insta: julie_m`, `@julie_m`), and invitations to write there (`add me on WhatsApp`). */
import { marksTogether, wordsTogether } from "./beginnings.ts";
import { compilePhrases } from "./phrases.ts";
import type { TextView } from "./view.ts";
import { WordTable } from "./words.ts";

export interface Handle {
  start: number;
  end: number;
  kind: "handle" | "messenger";
  /** `platform:name`, or the platform alone for an invitation. */
  value: string;
  score: number;
  disguised: boolean;
}

const platforms: Readonly<Record<string, string>> = {
  instagram: "instagram insta ig instagr instgram",
  snapchat: "snapchat snap snapchap sc",
  telegram: "telegram telegramm tg telegr",
  whatsapp: "whatsapp whatsap watsapp watsap whatapp wapp whatsup wsp wasap guasap wpp",
  wechat: "wechat weixin vx",
  facebook: "facebook fb messenger",
  signal: "signal",
  viber: "viber",
  skype: "skype",
  discord: "discord",
  tiktok: "tiktok",
  kik: "kik",
  line: "line",
  twitter: "twitter",
  threema: "threema",
  venmo: "venmo",
  linkedin: "linkedin",
};
const names = Object.keys(platforms);
const platformWords = new WordTable(
  names.flatMap((name, i) => platforms[name]!.split(" ").map((word): [string, number] => [word, i + 1])),
);
const platformBit = wordsTogether(Object.values(platforms).flatMap((words) => words.split(" ")));
/** Platform words that mean something else too: they count only with a name or a phrase right there. */
const ambiguous = new Set("snap sc line signal messenger ig tg vx fb kik skype twitter venmo insta discord".split(" "));
/** Words that may stand between a platform and the name on it. */
const links = new WordTable(
  "id is name user username account handle pseudo compte nom c est s mon ma my me moi at on sous contact number nummer numero mein meine ist unter mi es soy usuario cuenta mio il e nome utente perfil profil profile profilo addy add tag ajoutez ajoute"
    .split(" ")
    .map((word) => [word, 1] as const),
);

/** Names of messengers as phrases, which are found when spelt out or disguised too. */
const apps = names.flatMap((name) => platforms[name]!.split(" ").map((word) => [word, name] as const));
apps.push(["whats app", "whatsapp"], ["what s app", "whatsapp"], ["facetime", "facetime"], ["imessage", "imessage"]);
const appNames = compilePhrases(
  apps.map(([phrase]) => phrase),
  { together: true },
);

/** What is said right before a messenger's name when somebody is asked to write there. */
const leads = compilePhrases([
  // English
  "(add|text|message|msg|contact|hit|reach|write|find|dm|pm|ping|call|follow|talk to|chat with|speak to|get) me ..1 (on|via|through|over|at|by|thru|using) (my |the |)",
  "(text|message|msg|chat|talk|speak|continue|discuss|write|contact|reach|move|carry on) ..3 (on|via|through|over|to|by)",
  "(do you have|have you got|you have|u have|got|are you on|you on|r u on|is there|can we use|let s use|use|switch to|move to|go to|i m on|i am on|prefer|only on|available on|reachable on|give me your|send me your|what s your|whats your|share your|my)",
  // French
  "(ajoute|ajoutez|contacte|contactez|ecris|ecrivez|envoie|envoyez|joins|joignez|parle|parlons|retrouve|retrouvez|rejoins|rejoignez|appelle|appelez|continuons|continue|continuer|discutons|discute|discuter|passe|passons|passer|viens|venez|reponds|repondez|contacter|joindre|ecrire|ajouter|parler) ..3 (sur|par|via|en) (mon |le |)",
  "(tu as|t as|vous avez|avez vous|as tu|tu es sur|vous etes sur|tu utilises|dispo sur|disponible sur|joignable sur|plutot sur|plus simple sur|plus rapide sur|uniquement sur|que sur) (un |)",
  "(mon|ton|votre) (compte |numero |pseudo |)",
  // German
  "(schreib|schreibe|schreibt|schreiben|kontaktier|kontaktieren|melde|meldet|melden|meld|ruf|add|adde|erreich|erreichst|erreichbar|kontakt) ..4 (auf|uber|per|bei|via|in|unter)",
  "(hast du|haben sie|habt ihr|bist du auf|sind sie auf|bin auf|mein)",
  // Spanish
  "(escribe|escribeme|escribame|escribidme|contactame|contacta|contactar|habla|hablame|hablamos|agregame|anade|anademe|mandame|llamame|manda|envia) ..3 (por|al|en|a|via|de|mi) (mi |el |)",
  "(tienes|teneis|tiene|estas en|usas|mi|tu|su|por|al)",
  // Italian
  "(scrivi|scrivimi|scrivetemi|contattami|contatta|contattatemi|aggiungimi|chiamami|mandami|sentiamoci|parliamo|contattarmi|scrivermi) ..3 (su|per|via|tramite|con|al|a)",
  "(hai|avete|usi|sei su|mio|tuo|sono su)",
]);
/** And what is said right behind it. */
const tails = compilePhrases([
  "(me|us|only|ok)",
  "(schreiben|melden|kontaktieren|erreichbar|anschreiben)",
  "(uniquement|seulement|possible|de preference)",
]);

/** Requests and offers that name no messenger. */
const requests = compilePhrases(
  [
    "(here is|here s) my (number|cell|email|mail|phone number)",
    "(send|give|leave|drop|pm|dm|text|tell|share) (me |us |)your (phone number|cell number|mobile number|number|email|e mail|digits)",
    "(donne|donnez|envoie|envoyez|file|filez|laisse|laissez|passe|passez) (moi |)(ton|votre|tes|vos) (numero|tel|telephone|mail|email|coordonnees|adresse mail|06|portable)",
    "(voici|voila) mon (numero|tel|telephone|mail|email|adresse mail|portable|06)",
    "(schick|gib|sende|schicken|geben|senden) (mir |sie mir |uns )(deine|ihre|eure|mal deine) (nummer|handynummer|telefonnummer|email|mail|e mail)",
    "(dame|pasame|mandame|enviame|deme) (tu|su) (numero|telefono|movil|correo|email|mail)",
    "(dammi|mandami|inviami|lasciami|passami) (il tuo |tuo |la tua |)(numero|cellulare|telefono|mail|email)",
  ],
  { together: true },
);

const maxBareWords = 3;
const maxHandles = 100;

/** Handles and invitations of a view, in order. */
export function handlesIn(view: TextView): Handle[] {
  const mentioned = appNames.find(view, maxHandles);
  const found: Handle[] = [...named(view), ...mentions(view)];
  const free = (start: number, end: number) => !found.some((h) => h.start < end && start < h.end);
  const invite = (start: number, end: number, value: string, score: number, disguised: boolean) => {
    if (free(start, end)) found.push({ start, end, kind: "messenger", value, score, disguised });
  };
  if (mentioned.length > 0) {
    const before = leads.find(view);
    const behind = tails.find(view);
    const { count } = view.tokens;
    for (const app of mentioned) {
      const [phrase, name] = apps[app.phrase]!;
      const disguised = view.plain.slice(app.start, app.end) !== phrase;
      const lead = before.find((match) => match.endToken === app.firstToken);
      const tail = behind.find((match) => match.firstToken === app.endToken);
      const weak = ambiguous.has(phrase) && !lead?.phrase;
      if (lead) invite(lead.start, app.end, name, weak ? 0.6 : 0.9, disguised);
      else if (tail && !weak) invite(app.start, tail.end, name, 0.85, disguised);
      // A message that is hardly more than the name of a messenger is a question for it.
      else if (
        count - (app.endToken - app.firstToken) < maxBareWords &&
        view.plain.length < 40 &&
        !(ambiguous.has(phrase) && count > 1)
      ) {
        invite(app.start, app.end, name, 0.8, disguised);
      }
    }
  }
  for (const match of requests.find(view, maxHandles)) invite(match.start, match.end, "contact", 0.75, false);
  return found.sort((a, b) => a.start - b.start);
}

/** A platform and then a name: `insta: julie_m`, `snap c'est juju.93`, `telegram id @juju`. */
function named(view: TextView): Handle[] {
  const { plain, tokens } = view;
  const found: Handle[] = [];
  const marks = marksTogether(view);
  if ((marks.any & platformBit) === 0) return found;
  for (let t = 0; t < tokens.count && found.length < maxHandles; t++) {
    if ((marks.at[t]! & platformBit) === 0) continue;
    const platform = platformWords.at(view, t);
    if (platform === 0) continue;
    let next = t + 1;
    let colon = false;
    for (let steps = 0; next < tokens.count && steps < 4; steps++) {
      const gap = plain.slice(tokens.end[next - 1]!, tokens.start[next]!);
      if (gap.length > 6 || gap.includes("\n\n")) break;
      if (/[:=@>→➡👉]|->/u.test(gap)) colon = true;
      if (/@$/.test(gap) || links.at(view, next) === 0 || (colon && plain[tokens.end[next]!] !== " ")) break;
      next += 1;
    }
    if (next >= tokens.count || tokens.start[next]! - tokens.end[next - 1]! > 6) continue;
    const gap = plain.slice(tokens.end[next - 1]!, tokens.start[next]!);
    if (/[.!?;)]\s/.test(gap) || (gap.includes("\n") && !colon)) continue;
    if (/[:=@]/.test(gap)) colon = true;
    const handle = handleAt(view, next);
    if (!handle) continue;
    const at = gap.endsWith("@");
    if (/^(?:[a-z0-9]\.)+[a-z0-9]$/.test(handle.name)) continue;
    // A name has a digit, an underscore, a dot or an @; a plain word after a colon is one when it is no word of the language.
    const sure = at || /[0-9_.]/.test(handle.name);
    const word = view.word(t);
    if (
      !sure &&
      !(colon && handle.name.length >= 4 && handle.name.length <= 24 && handle.alone && !ambiguous.has(word))
    )
      continue;
    if (/^\d+$/.test(handle.name) || /^\d+(?:gb|go|mm|cm|st|nd|rd|th|v|w)$/.test(handle.name)) continue;
    if (!at && !colon && (ambiguous.has(word) || !/[a-z]/.test(handle.name))) {
      if (!/[_]|[a-z]\.[a-z]|[a-z]{3}\d/.test(handle.name) || word === "line" || word === "signal") continue;
    }
    found.push({
      start: tokens.start[t]!,
      end: handle.end,
      kind: "handle",
      value: `${names[platform - 1]}:${handle.name}`,
      score: sure ? (at || colon ? 0.93 : 0.8) : 0.65,
      disguised: false,
    });
    t = next;
  }
  return found;
}

/** A bare `@name`, not part of a mail address and not `@ $50`. */
function mentions(view: TextView): Handle[] {
  const { plain } = view;
  const found: Handle[] = [];
  for (let at = plain.indexOf("@"); at >= 0 && found.length < maxHandles; at = plain.indexOf("@", at + 1)) {
    if (at > 0 && !/[\s([{,:;"'!>/.-]/.test(plain[at - 1]!)) continue;
    const rest = /^[a-z_][a-z0-9_.]{2,29}/.exec(plain.slice(at + 1, at + 34));
    if (!rest) continue;
    const name = rest[0].replace(/[.]+$/, "");
    if (/^(?:gmail|hotmail|yahoo|outlook|icloud|orange|free|web|gmx|libero)\./.test(name)) continue;
    if (plain[at + 1 + name.length] === "@") continue;
    const sure = /[0-9_]|[a-z]\.[a-z]/.test(name);
    const score = sure ? 0.85 : 0.45;
    found.push({ start: at, end: at + 1 + name.length, kind: "handle", value: `@${name}`, score, disguised: false });
  }
  return found;
}

interface Name {
  name: string;
  end: number;
  /** Nothing but the end of the line or a sign behind it. */
  alone: boolean;
}

function handleAt(view: TextView, token: number): Name | undefined {
  const { plain, tokens } = view;
  const match = /^[a-z0-9](?:[a-z0-9_-]|\.(?=[a-z0-9])){2,31}/.exec(
    plain.slice(tokens.start[token]!, tokens.start[token]! + 34),
  );
  if (!match) return undefined;
  let start = tokens.start[token]!;
  const lead = plain[start - 1] === "_" ? "_" : "";
  start -= lead.length;
  const name = lead + match[0].replace(/[-]+$/, "");
  if (platformWords.get(name) !== 0) return undefined;
  const end = start + name.length;
  return {
    name: plain[end] === "_" ? `${name}_` : name,
    end: plain[end] === "_" ? end + 1 : end,
    alone: /^(?:\s*$|\s*[\n,;!)(]|\.\s|\.$)/.test(plain.slice(end, end + 12)),
  };
}
