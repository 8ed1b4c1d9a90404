/** The words of a title that name the thing: those by which comparables are found and categories are learnt. */

/** Words of every ad, which name no product. */
const idle = new Set(
  (
    "the and for with sale selling sell very good great excellent new used like condition price obo firm only of in to on is it my or by a an at " +
    "vends vend vendre de des du le la les un une et en avec pour tres bon bonne etat neuf neuve occasion prix urgent " +
    "zu verkaufen verkaufe und mit sehr gut guter zustand neu gebraucht preis der die das ein eine " +
    "vendo se el los las una y con muy buen buena estado nuevo usado precio il lo gli ottimo ottime condizioni nuovo prezzo " +
    "gb go tb mp ram cm km kms mi miles inch k must see clean runs"
  ).split(" "),
);

/** A title as it is read here: lower-case, without accents; cut at 200 characters. */
export function plainTitle(title: string): string {
  return title.slice(0, 200).normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();
}

/** Its words in order, without those that every ad has; at most 10. */
export function namingWords(plain: string): string[] {
  return (plain.match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !idle.has(word)).slice(0, 10);
}

/** Most words that a listing's category is learnt from. */
const learnt = 6;

/** What a category is learnt from: words of two letters and more, no bare numbers, the brand first; at most 6, each once. */
export function titleWords(title: string, brand: string): string[] {
  const words = [...namingWords(plainTitle(brand)).slice(0, 1), ...namingWords(plainTitle(title))];
  const telling = words.filter((word) => /\p{L}{2}/u.test(word)).map((word) => word.slice(0, 40));
  return [...new Set(telling)].slice(0, learnt);
}
