/** The category predicted from the title's words: each ad by the approved ads of other groups, as `category_words` would read them. */
import type { HistoryValues } from "@assay/contract";
import { predictCategory, titleWords } from "@assay/detectors/market";
import type { Evaluation } from "../evaluation.ts";
import { perThousand } from "../measure.ts";
import { inputOf, signalOf } from "../screen.ts";

interface Ad {
  title: string;
  category: string;
  dup_group: string;
}

/** As the server reads them: the newest of each word. */
const perWord = 12;
/** As many parts as the groups are dealt over; each part is predicted from the others. */
const folds = 5;

export const evaluation: Evaluation = {
  set: "craigslist_listings",
  part: "listings",
  title: "Category from the title",
  source: "stanfordnlp/cocoa (GitHub); six categories, cross-validated in five parts by `dup_group`.",
  run(data) {
    const ads = data.rows<Ad>();
    const groups = [...new Set(ads.map(({ dup_group }) => dup_group))];
    const partOf = new Map(groups.map((group, i) => [group, i % folds]));
    const byWord = new Map<string, Ad[]>();
    for (const ad of ads)
      for (const word of titleWords(ad.title, "")) byWord.set(word, [...(byWord.get(word) ?? []), ad]);
    const others = [...new Set(ads.map(({ category }) => category))].sort();
    const judged = ads.map((ad, i) => {
      const part = partOf.get(ad.dup_group);
      const category_words: HistoryValues["category_words"] = titleWords(ad.title, "").flatMap((word) => {
        const known = byWord
          .get(word)!
          .filter(({ dup_group }) => partOf.get(dup_group) !== part)
          .slice(-perWord);
        const counts = [...Map.groupBy(known, ({ category }) => category)].map(([name, some]): [string, number] => [
          name,
          some.length,
        ]);
        return counts.length > 0 ? [{ word, counts }] : [];
      });
      const signal = (category: string) =>
        signalOf("listing_consistency", inputOf("listing", { title: ad.title, category }, { category_words }));
      const wrong = others.filter((name) => name !== ad.category)[i % (others.length - 1)]!;
      const honest = signal(ad.category);
      const moved = signal(wrong);
      return {
        thin: honest.thin === true,
        right: honest.values?.predicted === ad.category,
        among: predictCategory(category_words)
          .categories.slice(0, 3)
          .some(({ category }) => category === ad.category),
        alarm: (honest.scores?.category ?? 0) >= 0.8,
        found: (moved.scores?.category ?? 0) >= 0.8,
      };
    });
    const told = judged.filter(({ thin }) => !thin);
    const share = (some: readonly unknown[], of: readonly unknown[]) => some.length / of.length;
    return [
      {
        task: "category predicted right, where one is predicted",
        n: told.length,
        other: {
          name: "top 1",
          value: share(
            told.filter(({ right }) => right),
            told,
          ),
        },
      },
      {
        task: "category among the first three, where one is predicted",
        n: told.length,
        other: {
          name: "top 3",
          value: share(
            told.filter(({ among }) => among),
            told,
          ),
        },
      },
      {
        task: "ads for which one is predicted",
        n: judged.length,
        other: { name: "share", value: share(told, judged) },
      },
      {
        task: "ads moved to another category, found at the starter rule's 0.8; honest ads found",
        n: judged.length,
        recall: share(
          judged.filter(({ found }) => found),
          judged,
        ),
        benign: perThousand(judged.filter(({ alarm }) => alarm).length, judged.length),
      },
    ];
  },
};
