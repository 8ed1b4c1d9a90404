import type { Evaluation } from "../evaluation.ts";
import { perThousand } from "../measure.ts";
import { plainPhones } from "../peers.ts";
import { kindsIn, wasRead } from "./contacts.ts";

interface Ad {
  id: string;
  text: string;
}

export const evaluation: Evaluation = {
  set: "phone_hard_negatives",
  title: "Digits that are no telephone number",
  source:
    "derived from stanfordnlp/cocoa (GitHub): ads with long runs of digits whose plain phones the site had stripped.",
  run(data) {
    const ads = data.rows<Ad>();
    const hits = ads.filter((ad) => kindsIn(ad.text).has("phone"));
    const wrong = hits.filter((ad) => !wasRead("phone", ad.id));
    const naive = ads.filter((ad) => /\d[\d ().-]{6,}\d/.test(ad.text)).length;
    const peer = ads.filter((ad) => plainPhones(ad.text).length > 0).length;
    const peers = {
      floor: { name: "share hit by a digit pattern", value: naive / ads.length },
      peer: { name: "share hit by libphonenumber-js", value: peer / ads.length },
    };
    return [
      {
        task: "phones found, as the set's label counts",
        n: ads.length,
        benign: perThousand(hits.length, ads.length),
        ...peers,
        note: "the label is by construction: many of these ads hold a disguised number, read one by one",
      },
      {
        task: "phones found where a person saw none",
        n: ads.length,
        benign: perThousand(wrong.length, ads.length),
        bar: { of: "benign", value: 10 },
      },
    ];
  },
};
