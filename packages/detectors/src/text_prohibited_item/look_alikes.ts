/** What says, of any class, that not the thing itself is sold: toys, pictures, books, clothes and costumes of it. Written for Assay. */
import type { LanguagePhrases } from "../text/cues.ts";

export const lookAlikes: LanguagePhrases = {
  any: [
    "(nerf|lego|playmobil|airsoft|paintball|softair|cosplay|warhammer|hot wheels|funko|pokemon|minecraft toy|ps1|ps2|ps3|ps4|ps5|xbox|nintendo|switch game|dvd|blu ray|vhs|vinyl|poster*|t shirt*|tee shirt*|hoodie|sticker*|figurine*|mini figure*|barbie|gi joe|star wars|dnd|3d print*|halloween)",
  ],
  en: [
    "(metal pipe*|smoking pipe*|tobacco pipe*|smoke pipe*|hookah*|grinder*|roller machine*|rolling machine*|wristband*|bracelet*|toy*|toys|replica|game|games|book|books|novel|movie|film|print|painting|picture|photo*|costume|miniature|plush*|scale model|model kit|action figure*|keychain|pendant|necklace|earring*|cufflink*|patch|mug|magnet|ornament|prop for|movie prop|party decor*|magazine issue|comic*|soundtrack|sculpture|documentary|history of|essential oil*|candle*|perfume|fragrance|nail polish|lipstick|paint color)",
  ],
  fr: [
    "(jouet*|jeu|jeux|livre*|roman|film|affiche*|déguisement*|costume|miniature*|peluche*|maquette*|tableau|photo*|décoration|bijou|pendentif|porte clé*|bd|bande dessinée|parfum|bougie*|vernis|carnaval|imprimé*|motif*|statuette en résine|magnet)",
  ],
  de: [
    "(spielzeug*|spiel|spiele|buch|bücher|roman|film|kostüm*|miniatur*|plüsch*|modellbau|bild|foto*|deko|anhänger|kette|schlüsselanhänger|comic*|parfüm|kerze*|nagellack|fasching*|karneval|aufdruck|muster)",
  ],
  es: [
    "(juguete*|juego*|libro*|novela|película*|disfraz|disfraces|miniatura*|peluche*|maqueta*|cuadro|foto*|decoración|colgante|llavero|cómic*|perfume|vela*|esmalte|estampad*|carnaval|camiseta)",
  ],
  it: [
    "(giocattol*|gioco|giochi|libro|libri|romanzo|film|costume|miniatur*|peluche*|modellino|quadro|foto*|decorazione|ciondolo|portachiavi|fumett*|profumo|candel*|smalto|stampa|stampat*|carnevale|maglietta)",
  ],
};

/** Those of them that say it of the whole ad, wherever they stand in it. */
export const toys: LanguagePhrases = {
  any: ["(airsoft|softair|nerf|lego|playmobil|paintball|cosplay)"],
  en: ["(toy|toys|replica|imitation|costume|prop)"],
  fr: ["(jouet*|factice|réplique|déguisement*)"],
  de: ["(spielzeug*|attrappe|deko|kostüm*)"],
  es: ["(juguete*|réplica|disfraz|disfraces)"],
  it: ["(giocattol*|replica|finto|finta|costume)"],
};
