/** Names on other platforms (`insta: julie_m`, `@julie_m`), and invitations to write there (`add me on WhatsApp`). */
import type { PhraseMatch } from "./matcher.ts";
import { isNegatedInClause } from "./negation.ts";
import type { Phone } from "./phones.ts";
import { compilePhrases } from "./phrases.ts";
import { ambiguous, platformOf, platforms } from "./platforms.ts";
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

const names = Object.keys(platforms);
/** Words that may stand between a platform and the name on it. */
const links = new WordTable(
  "id is name user username account handle pseudo compte nom c est s mon ma my me moi at on sous contact number nummer numero mein meine ist unter mi es soy usuario cuenta mio il e nome utente perfil profil profile profilo addy add tag ajoutez ajoute como comme come als as"
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
  "(text|message|msg|chat|talk|speak|continue|discuss|write|contact|reach|move|carry on|take this|take it|bring this|switch) ..3 (on|via|through|over|to|by)",
  "(do you have|have you got|you have|u have|got|are you on|you on|r u on|is there|can we use|let s use|use|switch to|move to|go to|i m on|i am on|prefer|only on|available on|reachable on|give me your|send me your|what s your|whats your|share your|my)",
  "(better|best|rather|easier|quicker|faster|prefer|only|just|happy to chat|can chat) (on|by|via|over|through|per)",
  // French
  "(ajoute|ajoutez|contacte|contactez|ecris|ecrivez|envoie|envoyez|joins|joignez|parle|parlons|retrouve|retrouvez|rejoins|rejoignez|appelle|appelez|continuons|continue|continuer|discutons|discute|discuter|passe|passons|passer|viens|venez|reponds|repondez|contacter|joindre|ecrire|ajouter|parler) ..3 (sur|par|via|en) (mon |le |)",
  "(tu as|t as|vous avez|avez vous|as tu|tu es sur|vous etes sur|tu utilises|dispo sur|disponible sur|joignable sur|plutot sur|plus simple sur|plus rapide sur|uniquement sur|que sur) (un |)",
  "(plutot|mieux|preferable|de preference|uniquement|seulement|rapide|simple|facile) (sur|par|via)",
  "(mon|ton|votre) (compte |numero |pseudo |)",
  // German
  "(schreib|schreibe|schreibt|schreiben|kontaktier|kontaktieren|melde|meldet|melden|meld|ruf|add|adde|erreich|erreichst|erreichbar|kontakt) ..4 (auf|uber|per|bei|via|in|unter)",
  "(besser|lieber|am besten|gerne|gern|nur|einfacher|schneller|bevorzugt|am liebsten) (auf|uber|per|bei|via)",
  "(hast du|haste|hast n|haben sie|habt ihr|bist du auf|sind sie auf|bin auf|mein)",
  // Spanish
  "(escribe|escribeme|escribame|escribidme|contactame|contacta|contactar|habla|hablame|hablamos|agregame|anade|anademe|mandame|llamame|manda|envia) ..3 (por|al|en|a|via|de|mi) (mi |el |)",
  "(tienes|teneis|tiene|estas en|usas|mi|tu|su|por|al)",
  "(mejor|prefiero|preferible|solo|mas rapido|mas facil|hablamos|escribo|escribe|aviso) (por|en|via)",
  // Italian
  "(meglio|preferisco|preferibilmente|solo|piu comodo|piu veloce|sentiamo|scrivo|scrivere) (su|per|via|con|tramite)",
  "(scrivi|scrivimi|scrivetemi|contattami|contatta|contattatemi|aggiungimi|chiamami|mandami|sentiamoci|parliamo|contattarmi|scrivermi) ..3 (su|per|via|tramite|con|al|a)",
  "(hai|avete|usi|sei su|mio|tuo|sono su)",
]);
/** Said before a messenger, these mean that it is the way to write; before a name that is also a word they mean nothing. */
const ways = compilePhrases(["(uber|per|via|par|por|tramite|through)"]);
/** Asks to look for a name on a platform: `add bazza on kik`. */
const searches = new WordTable(
  "add find follow search ajoute ajoutez cherche cherchez suis suivez such suche suchen folge folgt adde busca buscame anade agrega sigue cerca cercami cercate aggiungi segui seguimi seguici como come comme as als"
    .split(" ")
    .map((word) => [word, 1] as const),
);
const onWords = new WordTable(
  "on sur auf bei en su at in via over por per".split(" ").map((word) => [word, 1] as const),
);
/** And what is said right behind it. */
const tails = compilePhrases([
  "(me|us|only|ok)",
  "(schreiben|melden|kontaktieren|erreichbar|anschreiben)",
  "(uniquement|seulement|possible|de preference)",
  "(is|would be|c est|serait|ist|ware|es|seria|e|sarebbe) (better|easier|quicker|mieux|plus simple|plus rapide|besser|einfacher|schneller|mejor|mas facil|meglio|piu comodo)",
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

/** How near a number makes a messenger's name an invitation, in characters. */
const besideNumber = 25;

/**
 * Handles and invitations of a view, in order.
 * @param phones the view's numbers: a messenger beside one is where it is to be written to
 * @param seams places in `plain` where one text ends and the next begins, when several are read as one
 */
export function handlesIn(view: TextView, phones: readonly Phone[] = [], seams: readonly number[] = []): Handle[] {
  const mentioned = appNames.find(view, maxHandles);
  const found: Handle[] = [...named(view, mentioned, phones, seams), ...mentions(view)];
  const free = (start: number, end: number) => !found.some((h) => h.start < end && start < h.end);
  const invite = (start: number, end: number, value: string, score: number, disguised: boolean) => {
    if (free(start, end)) found.push({ start, end, kind: "messenger", value, score, disguised });
  };
  if (mentioned.length > 0) {
    const before = leads.find(view);
    const way = ways.find(view);
    const behind = tails.find(view);
    const { count } = view.tokens;
    for (const app of mentioned) {
      const [phrase, name] = apps[app.phrase]!;
      const disguised = view.plain.slice(app.start, app.end) !== phrase;
      const lead = before.find((match) => match.endToken === app.firstToken);
      const tail = behind.find((match) => match.firstToken === app.endToken);
      const weak = ambiguous.has(phrase) && !lead?.phrase;
      const by = ambiguous.has(phrase) ? undefined : way.find((match) => match.endToken === app.firstToken);
      const refused = isRefused(view, lead?.firstToken ?? app.firstToken, app.endToken);
      if (lead && !refused) invite(lead.start, app.end, name, weak ? 0.6 : 0.9, disguised);
      else if (tail && !weak && !refused) invite(app.start, tail.end, name, 0.85, disguised);
      // Nobody hides the name of a messenger that is not to be written to.
      else if (isHidden(view, app, phrase)) invite(app.start, app.end, name, 0.8, true);
      else if (by && !refused) invite(by.start, app.end, name, 0.65, disguised);
      else if (!ambiguous.has(phrase) && phones.some((phone) => isBeside(phone, app)))
        invite(app.start, app.end, name, 0.85, disguised);
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

/**
 * "Please don't ask me for my WhatsApp", "never text me on WhatsApp". What is denied just before an invitation is mostly something else,
 * and people leave the full stop out: "no trades my WhatsApp is …".
 */
function isRefused(view: TextView, firstToken: number, endToken: number): boolean {
  for (let token = firstToken - 1; token >= Math.max(0, firstToken - 4); token--) {
    if (asked.at(view, token) > 0) return isNegatedInClause(view, firstToken, endToken, 6);
  }
  return isNegatedInClause(view, firstToken, endToken, 2) && !possessive.test(view.word(firstToken));
}
const asked = new WordTable(
  "ask asking request insist want need demander demandez demande demandes insister insistez fragen fragt frag pedir pidas pidan chiedere chiedete chiedermi"
    .split(" ")
    .map((word) => [word, 1] as const),
);
const possessive = /^(?:my|mon|mein|mi|mio|il)$/;

function isBeside(phone: Phone, app: PhraseMatch): boolean {
  return phone.score >= 0.5 && phone.start - app.end <= besideNumber && app.start - phone.end <= besideNumber;
}

/** Whether a name is written so that it is not seen: other scripts, digits, letters held down or set apart, nothing visible between. */
function isHidden(view: TextView, app: PhraseMatch, phrase: string): boolean {
  if (ambiguous.has(phrase) && phrase !== "insta") return false;
  const plain = view.plain.slice(app.start, app.end);
  const place = view.toOriginal(app.start, app.end);
  if (view.original.slice(place.start, place.end).toLowerCase() !== plain) return true;
  return plain !== phrase && (/[^a-z '-]|(.)\1\1/.test(plain) || /^(?:[a-z][ .-]{1,3}){3,}/.test(plain));
}

/** A platform and then a name, `insta: julie_m`, `snap c'est juju.93`, or the name before it: `julie_m on insta`. */
function named(
  view: TextView,
  mentioned: readonly PhraseMatch[],
  phones: readonly Phone[],
  seams: readonly number[],
): Handle[] {
  const { plain, tokens } = view;
  const found: Handle[] = [];
  let last = 0;
  for (const app of mentioned) {
    if (app.firstToken < last) continue;
    const [word, platform] = apps[app.phrase]!;
    const behind = nameBehind(view, app, word, seams);
    if (behind) last = behind.to;
    const name = behind ?? nameInFront(view, app);
    if (!name || phones.some((phone) => phone.score >= 0.5 && phone.start < name.end && name.start < phone.end))
      continue;
    found.push({
      start: name.start,
      end: name.end,
      kind: "handle",
      value: `${platform}:${name.name}`,
      score: name.score,
      disguised: plain.slice(tokens.start[app.firstToken]!, tokens.end[app.endToken - 1]!) !== word,
    });
  }
  return found;
}

interface Named {
  name: string;
  start: number;
  end: number;
  /** Word after the last. */
  to: number;
  score: number;
}

function nameBehind(view: TextView, app: PhraseMatch, word: string, seams: readonly number[]): Named | undefined {
  const { plain, tokens } = view;
  let next = app.endToken;
  let colon = false;
  const overSeam = (t: number) => seams.some((seam) => seam >= tokens.end[t - 1]! && seam < tokens.start[t]!);
  for (let steps = 0; next < tokens.count && steps < 4; steps++) {
    const gap = plain.slice(tokens.end[next - 1]!, tokens.start[next]!);
    if (gap.length > 6 || gap.includes("\n\n")) break;
    if (/[:=@>→➡👉]|->/u.test(gap)) colon = true;
    if (/@$/.test(gap) || links.at(view, next) === 0 || (colon && plain[tokens.end[next]!] !== " ")) break;
    next += 1;
  }
  if (next >= tokens.count || tokens.start[next]! - tokens.end[next - 1]! > 6) return undefined;
  const gap = plain.slice(tokens.end[next - 1]!, tokens.start[next]!);
  // In the next message, a name alone answers where it is to be looked for.
  const answer = overSeam(next);
  if (!answer && (/[.!?;)]\s/.test(gap) || (gap.includes("\n") && !colon))) return undefined;
  if (/[:=@]/.test(gap) || answer) colon = true;
  const handle = handleAt(view, next, seams.length > 0);
  if (!handle) return undefined;
  const at = gap.endsWith("@");
  if (/^(?:[a-z0-9]\.)+[a-z0-9]$/.test(handle.name)) return undefined;
  // A name has a digit, an underscore, a dot or an @; a plain word after a colon is one when it is no word of the language.
  const sure = at || /[0-9_.]/.test(handle.name);
  if (!sure && answer) return undefined;
  if (!sure && !(colon && handle.name.length >= 4 && handle.name.length <= 24 && handle.alone && !ambiguous.has(word)))
    return undefined;
  if (/^\d+$/.test(handle.name) || /^\d+(?:gb|go|mm|cm|st|nd|rd|th|v|w)$/.test(handle.name)) return undefined;
  if (!at && !colon && (ambiguous.has(word) || !/[a-z]/.test(handle.name))) {
    if (!/[_]|[a-z]\.[a-z]|[a-z]{3}\d/.test(handle.name) || word === "line" || word === "signal") return undefined;
  }
  const score = sure ? (at || colon ? 0.93 : 0.8) : 0.65;
  return { name: handle.name, start: app.start, end: handle.end, to: next + 1, score };
}

/** `julie_m on insta`, `add bazza on kik`. */
function nameInFront(view: TextView, app: PhraseMatch): Named | undefined {
  const { plain, tokens } = view;
  const on = app.firstToken - 1;
  if (on < 1 || onWords.at(view, on) === 0 || tokens.start[on]! - tokens.end[on - 1]! !== 1) return undefined;
  const name = /(?:^|[\s@"'(])((?:[a-z0-9_]|[.-](?=[a-z0-9_])){3,30})$/.exec(
    plain.slice(Math.max(0, tokens.end[on - 1]! - 31), tokens.start[on]! - 1),
  )?.[1];
  if (name === undefined || !/[a-z]{2}/.test(name)) return undefined;
  const start = tokens.start[on]! - 1 - name.length;
  let first = on - 1;
  while (first > 0 && tokens.start[first]! > start) first -= 1;
  const sure = /_|[a-z]\.[a-z]|[a-z]{3}\d/.test(name);
  const asked = first > 0 && searches.at(view, first - 1) !== 0;
  if (!sure && !(asked && name.length >= 4 && !notNames.has(name))) return undefined;
  return { name, start, end: app.end, to: app.endToken, score: sure ? 0.85 : 0.7 };
}

/** Words that are asked for on a platform and are nobody's name. */
const notNames = new Set(
  "mich uns mein meine ihre profil profile compte page seite pagina cuenta account more photos bilder fotos foto items shop boutique here there anche also auch aussi them this that items stuff pictures".split(
    " ",
  ),
);

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

/** @param split whether the name may go on in the next text, `garten.` and then `gerti` */
function handleAt(view: TextView, token: number, split: boolean): Name | undefined {
  const { plain, tokens } = view;
  const shape = split
    ? /^[a-z0-9](?:[a-z0-9_-]|[._]\n(?=[a-z0-9])|\.(?=[a-z0-9])){2,31}/
    : /^[a-z0-9](?:[a-z0-9_-]|\.(?=[a-z0-9])){2,31}/;
  const match = shape.exec(plain.slice(tokens.start[token]!, tokens.start[token]! + 34));
  if (!match) return undefined;
  let start = tokens.start[token]!;
  const lead = plain[start - 1] === "_" ? "_" : "";
  start -= lead.length;
  const written = lead + match[0].replace(/[-]+$/, "");
  const name = written.replace("\n", "");
  if (platformOf(name) !== undefined) return undefined;
  const end = start + written.length;
  return {
    name: plain[end] === "_" ? `${name}_` : name,
    end: plain[end] === "_" ? end + 1 : end,
    alone: /^(?:\s*$|\s*[\n,;!)(]|\.\s|\.$)/.test(plain.slice(end, end + 12)),
  };
}
