/**
 * Words that ads of drugs, medicines and weapons have even where they do not name the thing. The model costs more than all the phrases,
 * so it reads only texts that hold one of these, or a name. Written for Assay.
 */
import type { LanguagePhrases } from "../text/cues.ts";

export const hints: LanguagePhrases = {
  any: [
    "(mg|gr|pgp|btc|bitcoin|usdt|onion|tor|darknet|stealth|kush|haze|indica|sativa|thc|hhc|cbd|420|calibre|kaliber|calibro|caliber|cal|9mm|22lr|12ga|308|357|xtc|mdma|lsd|pcs)",
  ],
  en: [
    "(gram|grams|oz|ounce|ounces|kilo|buds|bud|strain|strains|pills|pill|tablets|tabs|blister|dose|doses|discreet|discreetly|uncut|purity|potent|stash|vendor|escrow|reship|dealer|plug|ammo|rounds|magazine|magazines|holster|shoots|fired|trigger|barrel|prescription|prescribed|painkillers|steroids|vials|syringe|smoke|high|trip|edibles|shrooms|rifle|pistol)",
  ],
  fr: [
    "(gramme|grammes|dose|doses|pochon|discret|discrète|pureté|pure|tête|têtes|dispo|défonce|planer|comprimé|comprimés|plaquette|plaquettes|ordonnance|ampoules|seringue|munitions|chargeur|cartouches|canon|tirée|coups|fumette|fusil|pistolet)",
  ],
  de: [
    "(gramm|diskret|ungestreckt|rein|blüten|tabletten|rezept|ampullen|spritze|dosis|schuss|munition|magazin|lauf|rauchen|stoff|gewehr|pistole)",
  ],
  es: [
    "(gramo|gramos|discreto|pureza|pastillas|dosis|receta|ampollas|jeringa|cartuchos|munición|cargador|fumar|colocón|rifle|pistola)",
  ],
  it: [
    "(grammo|grammi|discreto|purezza|pastiglie|dosi|ricetta|fiale|siringa|cartucce|munizioni|caricatore|fumare|sballo|fucile|pistola)",
  ],
};
