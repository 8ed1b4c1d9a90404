import { foundBy } from "./found_by.ts";
import { historyValue } from "./value.ts";

/** Newest approved listings read for each word. */
const perWord = 12;

interface Taught {
  id: string;
  at: number;
  words: string[];
  category: string;
}

/** In which categories the title's words were approved last: what a category is predicted from (`listing_consistency`). */
export const categoryWords = historyValue<"category_words", Map<string, Taught | { id: string; at: number }>>({
  key: "category_words",
  sql: `(select coalesce(json_agg(json_build_object('word', x.word, 'counts', x.counts) order by x.place), '[]')
    from (select k.word, k.place, json_agg(json_build_array(c.category, c.n) order by c.n desc, c.category) as counts
      from unnest(q.words::text[]) with ordinality k(word, place)
      cross join lateral (select w.category, count(*)::int as n from (
          select w.category from listing_words w where w.marketplace = $1 and w.word = k.word and w.at <= q.at and w.listing <> q.subject_id
          order by w.at desc, w.listing limit ${perWord}) w group by w.category) c
      group by k.word, k.place) x)`,
  fold: {
    start: () => new Map(),
    add(known, { intake, outcome }) {
      const { subject, at } = intake;
      if (subject.kind !== "listing" || (known.get(subject.id)?.at ?? at) > at) return;
      const { print, category } = foundBy(intake);
      known.set(
        subject.id,
        outcome === "approve" && category !== ""
          ? { id: subject.id, at, words: print.words, category }
          : { id: subject.id, at },
      );
    },
    read(known, intake) {
      const taught = [...known.values()]
        .filter((one): one is Taught => "words" in one && one.at <= intake.at && one.id !== intake.subject.id)
        .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
      return foundBy(intake).print.words.flatMap((word) => {
        const counts = new Map<string, number>();
        for (const { category } of taught.filter(({ words }) => words.includes(word)).slice(0, perWord)) {
          counts.set(category, (counts.get(category) ?? 0) + 1);
        }
        const sorted = [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
        return sorted.length > 0 ? [{ word, counts: sorted }] : [];
      });
    },
  },
});
