import { shipped } from "../abuse.ts";
import type { Evaluation, Row } from "../evaluation.ts";
import { perThousand } from "../measure.ts";
import { obscene } from "../peers.ts";

interface Text {
  text: string;
}

const sets = [
  { set: "scunthorpe_derived", name: "honest texts with a bad word inside a good one", most: 10 },
  { set: "craigslist_listings", name: "real ads", most: 5 },
  { set: "vinted_app_reviews_fr", name: "French reviews of an app", most: 5 },
];

export const evaluation: Evaluation = {
  set: "scunthorpe_derived",
  title: "Honest texts that text_abuse hits",
  source: "derived from the other sets; stanfordnlp/cocoa; juliencloarec/R4DS (GitHub)",
  also: ["craigslist_listings", "vinted_app_reviews_fr"],
  run(data): Row[] {
    return sets.map(({ set, name, most }) => {
      const rows = data.rows<Text>(`../${set}/tune/data.jsonl`);
      const hits = rows.map((row) => shipped(row.text)).filter(({ found }) => found);
      const kinds = new Map<string, number>();
      for (const hit of hits) for (const kind of hit.kinds) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      return {
        task: `${set}: ${name}`,
        n: rows.length,
        benign: perThousand(hits.length, rows.length),
        bar: { of: "benign", value: most },
        peer: {
          name: "obscenity, per 1,000",
          value: perThousand(rows.filter((row) => obscene(row.text)).length, rows.length),
        },
        note: [...kinds].map(([kind, n]) => `${kind} ${n}`).join(", "),
      };
    });
  },
};
