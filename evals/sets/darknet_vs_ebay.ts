import type { Evaluation } from "../evaluation.ts";
import { confusion, perThousand } from "../measure.ts";
import { ownModel } from "../own_model.ts";
import { signalOf, textInput } from "../screen.ts";

interface Page {
  text: string;
  title: string | null;
  label: "illegal_drug_shop" | "legal_onion_drug_site" | "ebay_listing";
  g: string;
}
interface Ad {
  text: string;
  g: string;
}

const longest = 4000;
const illegal = ({ label }: Page) => label === "illegal_drug_shop";
/** Title and text, without the address that tells the site. */
const textOf = ({ title, text }: Page) => `${title ?? ""}\n${text.replace(/^## URL \S+/, "")}`.trim().slice(0, longest);

/** What our detector saw, as words for a model of the set: its classes and how sure it was. */
function seen(text: string): string {
  const { scores = {} } = signalOf("text_prohibited_item", textInput("listing", text));
  const words = Object.entries(scores).flatMap(([kind, score]) =>
    Array.from({ length: Math.ceil(score * 5) }, (_, i) => `zzsaw${kind.replaceAll("_", "")}${i}`),
  );
  return `${text}\n${words.join(" ")}`;
}

export const evaluation: Evaluation = {
  set: "darknet_vs_ebay",
  title: "Drugs for sale against look-alikes",
  source: "huji-nlp/cyber (GitHub), data of Choshen et al. 2019, no licence stated: measured only.",
  also: ["craigslist_listings"],
  run(data) {
    const pages = data.rows<Page>("tune/docs.jsonl");
    const ads = data.rows<Ad>("../craigslist_listings/tune/data.jsonl");
    // Half of the ads, so that the model knows what honest ads are like; each is judged by a model that did not see its group.
    const honest = ads.filter((_, row) => row % 2 === 0);
    const rows = [
      ...pages.map((page) => ({ text: seen(textOf(page)), actual: illegal(page), group: page.g })),
      ...honest.map(({ text, g }) => ({ text: seen(text), actual: false, group: `ad ${g}` })),
    ];
    const own = ownModel(rows);
    const ofPages = (some: (page: Page) => boolean) =>
      confusion(pages.flatMap((page, row) => (some(page) ? [{ actual: illegal(page), said: own.said[row]! }] : [])));
    const [every, withoutLegal] = [ofPages(() => true), ofPages(({ label }) => label !== "legal_onion_drug_site")];
    const adsHit = own.said.slice(pages.length).filter(Boolean).length;
    const found = (text: string) => signalOf("text_prohibited_item", textInput("listing", text)).state === "found";
    const said = pages.map((page) => ({ page, actual: illegal(page), said: found(textOf(page)) }));
    const all = confusion(said);
    const ebay = confusion(said.filter(({ page }) => page.label !== "legal_onion_drug_site"));
    const hits = perThousand(ads.filter(({ text }) => found(text)).length, ads.length);
    return [
      {
        task: "a model of words and of what our detector saw, cross-validated by group with Craigslist ads",
        n: every.n,
        precision: every.precision,
        recall: every.recall,
        f1: every.f1,
        benign: perThousand(adsHit, honest.length),
        bar: { of: "f1", value: 0.98 },
        note: "some shops are menus or pictures without words; the nine legal sites sell prescription medicines",
      },
      {
        task: "the same, shops against eBay look-alikes",
        n: withoutLegal.n,
        precision: withoutLegal.precision,
        recall: withoutLegal.recall,
        f1: withoutLegal.f1,
      },
      {
        task: "text_prohibited_item as shipped, shops against everything else",
        n: all.n,
        precision: all.precision,
        recall: all.recall,
        f1: all.f1,
        note: "the nine legal sites sell prescription medicines",
      },
      {
        task: "text_prohibited_item as shipped, shops against eBay look-alikes",
        n: ebay.n,
        precision: ebay.precision,
        recall: ebay.recall,
        f1: ebay.f1,
      },
      {
        task: "Craigslist ads hit by text_prohibited_item as shipped",
        n: ads.length,
        benign: hits,
        bar: { of: "benign", value: 5 },
      },
    ];
  },
};
