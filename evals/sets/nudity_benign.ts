import type { Evaluation } from "../evaluation.ts";
import { filesUnder, readAll } from "../pictures.ts";
import { inputOf, signalOf } from "../screen.ts";

export const evaluation: Evaluation = {
  set: "nudity_benign",
  own: true,
  also: ["clothing_photos"],
  part: "pictures",
  title: "Nudity, the benign side",
  source:
    "clothing_photos again. There is no set of nude pictures here, so nothing is said of what is caught; swimwear worn, statues and mannequins are not among the photos either, so they were not tested. That the scores equal nsfwjs' own: `node evals/nsfwjs_equality.ts`.",
  async run(data) {
    const files = filesUnder(data.path("../clothing_photos/tune/images"));
    const { all } = await readAll(files, { keys: ["picture_nudity"], patient: true });
    const signals = all.map(({ read }) => {
      const nudity = read?.picture_nudity;
      if (nudity?.state !== "done") throw new Error("a photo was not looked at");
      return signalOf("image_nudity", { ...inputOf("listing", {}), measurements: { picture_nudity: [nudity] } });
    });
    const per = (hits: number) => (1000 * hits) / files.length;
    const over = (kind: "porn" | "hentai") => signals.filter(({ values }) => Number(values?.[kind]) >= 0.6).length;
    return [
      {
        task: "photos of clothes over any threshold",
        n: files.length,
        benign: per(signals.filter(({ state }) => state === "found").length),
        bar: { of: "benign", value: 10 },
      },
      {
        task: "of these, sent to a person by the starter policy (porn or hentai)",
        n: files.length,
        benign: per(over("porn") + over("hentai")),
      },
    ];
  },
};
