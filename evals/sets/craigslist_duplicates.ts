/** Natural reposts, in the order of the file: each ad against those before it that the server would hand the detector. */
import { readFileSync } from "node:fs";
import type { HistoryValues } from "@assay/contract";
import { accept, history, type Intake } from "@assay/server";
import type { Evaluation, Row } from "../evaluation.ts";
import { confusion, perThousand } from "../measure.ts";
import { inputOf, noPictures, signalOf } from "../screen.ts";

interface Ad {
  id: string;
  title: string;
  text: string;
  price: number | null;
  category: string;
  dup_group: string;
}

/** What a person said of those that the set does not hold for copies. */
const read = JSON.parse(readFileSync(new URL("./craigslist_duplicates.json", import.meta.url), "utf8")) as {
  same: [string, string][];
  other: [string, string][];
};

interface Judged {
  ad: Ad;
  /** An ad of its group stands before it. */
  copy: boolean;
  found: boolean;
  original: string | undefined;
}

function judge(ads: readonly Ad[]): Judged[] {
  const fold = history.similar_listings.fold!;
  const start = Date.parse("2026-01-01T00:00:00Z");
  const known = new Map<string, unknown>();
  const byBand = new Map<number, string[]>();
  const groups = new Set<string>();
  return ads.map((ad, i) => {
    const intake = intakeOf(ad, start + i * 60_000);
    const own = fold.start() as Map<string, { bands: number[] }>;
    fold.add(own, { intake, outcome: "approve", signals: [] });
    const { bands } = own.get(ad.id)!;
    // Only those that share a band can be read; the fold itself looks through all, which is slow.
    const near = new Map(bands.flatMap((band) => (byBand.get(band) ?? []).map((id) => [id, known.get(id)] as const)));
    const similar_listings = fold.read(near, intake, noPictures) as HistoryValues["similar_listings"];
    const input = { ...inputOf("listing", {}, { similar_listings }), subject: intake.subject };
    const signal = signalOf("listing_duplicate", input);
    known.set(ad.id, own.get(ad.id));
    for (const band of bands) byBand.set(band, [...(byBand.get(band) ?? []), ad.id]);
    const copy = groups.has(ad.dup_group);
    groups.add(ad.dup_group);
    return { ad, copy, found: signal.state === "found", original: signal.values?.original as string | undefined };
  });
}

function intakeOf({ id, title, text, category, price }: Ad, at: number): Intake {
  const description = text.startsWith(`${title}\n`) ? text.slice(title.length + 1) : text;
  const data = {
    id,
    seller: `s${id}`,
    title,
    description,
    category,
    price: { amount: Math.max(0, price ?? 0), currency: "USD" },
  };
  const event = { id, type: "listing.created", time: new Date(at).toISOString(), data };
  return accept(event, "eval", "live", Number.MAX_SAFE_INTEGER);
}

export const evaluation: Evaluation = {
  set: "craigslist_listings",
  part: "listings",
  title: "The same ad again",
  source:
    "stanfordnlp/cocoa (GitHub); `dup_group` marks ads that are identical after normalisation under different ids. No sellers: one for each ad.",
  run(data) {
    const ads = data.rows<Ad>();
    const judged = judge(ads);
    const groupOf = new Map(ads.map(({ id, dup_group }) => [id, dup_group]));
    const same = new Set(read.same.map(([id]) => id));
    const other = new Set(read.other.map(([id]) => id));
    const beyond = judged.filter(({ found, copy }) => found && !copy);
    const yes = beyond.filter(({ ad }) => same.has(ad.id)).length;
    const no = beyond.filter(({ ad }) => other.has(ad.id)).length;
    const strict = confusion(judged.map(({ copy, found }) => ({ actual: copy, said: found })));
    // Those that nobody has read count as wrong in the same share as those that a person has.
    const right = yes + (beyond.length - yes - no) * (yes / Math.max(1, yes + no));
    const copies = judged.filter(({ copy, found }) => copy && found);
    const rows: Row[] = [
      {
        task: "reposts found; every other find counted as wrong",
        n: ads.length,
        precision: strict.precision,
        recall: strict.recall,
        bar: { of: "recall", value: 0.95 },
      },
      {
        task: "the same, finds beyond the groups counted as a person judged them",
        note: `${beyond.length} finds beyond: ${yes} read and the same, ${no} read and another, ${beyond.length - yes - no} not read`,
        n: ads.length,
        precision: (copies.length + right) / (copies.length + beyond.length),
        recall: strict.recall,
        bar: { of: "precision", value: 0.95 },
      },
      {
        task: "finds beyond, for 1,000 ads that repeat none",
        n: judged.length - judged.filter(({ copy }) => copy).length,
        benign: perThousand(beyond.length - right, judged.filter(({ copy }) => !copy).length),
      },
      {
        task: "the ad that is named as the original belongs to the group",
        n: copies.length,
        other: {
          name: "share",
          value:
            copies.filter(({ ad, original }) => groupOf.get(original ?? "") === ad.dup_group).length / copies.length,
        },
      },
    ];
    return rows;
  },
};
