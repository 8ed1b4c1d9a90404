/**
 * Whether what stands in a text is denied there: "no PayPal", "je n'accepte pas PayPal", "PayPal nicht möglich".
 * After NegEx (Chapman et al. 2001): negations reach a few words ahead (some a few words back), until a word that ends their scope;
 * phrases that only look like negations ("no problem", "pas de souci") negate nothing. In English, French, German, Spanish and Italian.
 */
import { startsSentence } from "./cues.ts";
import { type TextView, viewOf } from "./view.ts";

const words = (list: string): ReadonlySet<string> => {
  const view = viewOf("", list);
  return new Set(Array.from({ length: view.tokens.count }, (_, token) => view.word(token)));
};

/** Deny what follows. French `ne` alone does not ("je n'accepte que"). */
const before = words(`
  no not never don doesn didn won wouldn can cannot isn aren wasn without none neither nor nobody refuse refused avoid stop dont doesnt didnt wont cant cannot zero
  pas jamais aucun aucune sans ni rien inutile refuse refuser refusons evitez interdit
  kein keine keinen keinem keiner nicht nie niemals ohne weder noch nix zwecklos
  nunca jamas sin tampoco ningun ninguna ni inutil
  non mai senza nessun nessuna nessuno niente ne inutile
`);
/** ... only when `t` follows, as in `don't`. */
const beforeT = words("don doesn didn won wouldn can isn aren wasn");
/** Deny what stands before them. */
const after = words(`
  nicht not no non pas refuse refused declined excluded interdit refusee rifiutato escluso excluido nein
`);
/** Before a negation, these make a request of it. */
const asks = words(`why pourquoi warum perche`);
/** End the scope of a negation: what follows them is meant again. */
const ends = words(`
  but only just except unless instead please otherwise other although rather until
  mais sauf sinon uniquement seulement autre autres que excepte hormis plutot merci jusqu
  sondern nur ausser aber anderes anderen bitte sonst stattdessen ausschliesslich bis
  pero sino salvo excepto solo solamente otra otro otros mejor hasta
  ma tranne eccetto salvo solo soltanto altro altri invece fino
`);
/** A clause that begins with one of these after a comma stands by itself. */
const restarts = words(`
  i we you send pay payment cash use prefer accept take ship will can message text contact
  je nous vous tu envoyez envoie payez paie paye paiement contactez ecrivez prefere
  ich wir sie zahlung zahle zahlen senden sende schreib schreiben
  yo envia paga pago prefiero escribe acepto
  io invia paga pagamento preferisco scrivi accetto
`);
/** Nouns whose negation says nothing of the rest: "no problem with PayPal", "sans frais par virement". */
const empty = words(`
  problem problems problemo worries worry fee fees charge charges cost costs extra hassle issue issues doubt matter rush hesitate longer later less more idea
  souci soucis probleme problemes frais hesiter hesitez hesite doute cout commission risque
  gebuhr gebuhren problem probleme sorge zogern thema kosten
  problema problemas comision comisiones gasto gastos duda dudas coste dudes dude
  problemi commissioni spese dubbio esitare esiti costi
`);

/** Words that, behind what follows a comma, make it meant: "not here, Revolut me". */
const meant = words(`me instead only stattdessen plutot invece`);
const reachAhead = 6;
const reachBack = 4;

/** Whether the words `firstToken` up to `endToken` are denied within their sentence. */
export function isNegated(view: TextView, firstToken: number, endToken: number): boolean {
  return deniedFromBefore(view, firstToken, endToken) || deniedFromAfter(view, endToken);
}

/**
 * Whether they are denied without a comma between: for invitations, which mostly follow what is denied ("I do not read these, text me on …").
 * @param reach words ahead that a negation is looked for
 */
export function isNegatedInClause(view: TextView, firstToken: number, endToken: number, reach: number): boolean {
  return deniedFromBefore(view, firstToken, endToken, reach, true);
}

function deniedFromBefore(
  view: TextView,
  firstToken: number,
  endToken: number,
  reach = reachAhead,
  clauseOnly = false,
): boolean {
  const { tokens, plain } = view;
  for (let token = firstToken - 1; token >= Math.max(0, firstToken - reach); token--) {
    if (startsSentence(view, token + 1)) return false;
    const gap = plain.slice(tokens.end[token]!, tokens.start[token + 1]!);
    if (/[.!?;:\n(]/.test(gap) && !/^[.]?$/.test(gap.trim())) return false;
    if (clauseOnly && gap.includes(",")) return false;
    const word = view.word(token);
    if (ends.has(word)) return false;
    if (before.has(word)) {
      // "Why don't you text me" asks for it.
      if (token > 0 && asks.has(view.word(token - 1))) return false;
      const next = view.word(token + 1);
      if (beforeT.has(word) && !(gap === "'" && next === "t")) continue;
      // `no` and `non` that answer ("no, send it by …") or belong to an empty phrase deny nothing here.
      if (token + 1 < firstToken && (empty.has(next) || empty.has(wordAt(view, token + 2)))) return false;
      return true;
    }
    if (gap.includes(",") && (restarts.has(view.word(token + 1)) || meant.has(wordAt(view, endToken)))) return false;
  }
  return false;
}

function deniedFromAfter(view: TextView, endToken: number): boolean {
  const { tokens, plain } = view;
  for (let token = endToken; token < Math.min(tokens.count, endToken + reachBack); token++) {
    if (startsSentence(view, token)) return false;
    const gap = plain.slice(tokens.end[token - 1]!, tokens.start[token]!);
    if (/[.!?;,\n(]/.test(gap)) return false;
    const word = view.word(token);
    if (ends.has(word)) return false;
    if (word !== "nicht" && token > endToken + 1) continue;
    if (after.has(word)) return !empty.has(wordAt(view, token + 1)) && !empty.has(wordAt(view, token + 2));
  }
  return false;
}

function wordAt(view: TextView, token: number): string {
  return token < view.tokens.count ? view.word(token) : "";
}
