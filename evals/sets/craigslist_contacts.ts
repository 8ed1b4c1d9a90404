import type { Evaluation, Row } from "../evaluation.ts";
import { perThousand } from "../measure.ts";
import { plainPhones } from "../peers.ts";
import { kindsIn, wasRead } from "./contacts.ts";

interface Ad {
  id: string;
  text: string;
}

const kinds = ["phone", "email", "messenger", "handle"] as const;

export const evaluation: Evaluation = {
  set: "craigslist_listings",
  title: "Contacts in real ads whose plain contacts were stripped",
  source: "stanfordnlp/cocoa (GitHub), MIT repository; 10,591 Craigslist ads of 2017 (half of them here).",
  run(data) {
    const ads = data.rows<Ad>().map((ad) => ({ ...ad, found: kindsIn(ad.text) }));
    const n = ads.length;
    const rows: Row[] = kinds.map((kind) => {
      const hits = ads.filter((ad) => ad.found.has(kind));
      const right = hits.filter((ad) => wasRead(kind, ad.id)).length;
      return {
        task: `${kind} found`,
        n,
        precision: right / hits.length,
        benign: perThousand(hits.length, n),
        note: `${hits.length} hits, ${right} of them a real ${kind} when read`,
      };
    });
    const any = (test: (kind: string, id: string) => boolean) =>
      ads.filter((ad) => kinds.some((kind) => ad.found.has(kind) && test(kind, ad.id))).length;
    rows.push({
      task: "phone, e-mail, messenger or handle found where a person saw none",
      n,
      benign: perThousand(
        any((kind, id) => !wasRead(kind, id)),
        n,
      ),
      bar: { of: "benign", value: 10 },
      floor: {
        name: "share hit by a digit pattern",
        value: ads.filter((ad) => /\d[\d ().-]{6,}\d/.test(ad.text)).length / n,
      },
      peer: {
        name: "share hit by libphonenumber-js",
        value: ads.filter((ad) => plainPhones(ad.text).length > 0).length / n,
      },
    });
    const real = ads.filter((ad) => wasRead("phone", ad.id));
    rows.push({
      task: "ads in which a person read a disguised number",
      n: real.length,
      recall: real.filter((ad) => ad.found.has("phone")).length / real.length,
      peer: {
        name: "recall of libphonenumber-js",
        value: real.filter((ad) => plainPhones(ad.text).length > 0).length / real.length,
      },
      note: "numbers that neither we nor a reader of our hits saw are not among them",
    });
    rows.push({
      task: "link found",
      n,
      benign: perThousand(ads.filter((ad) => ad.found.has("link")).length, n),
      note: "real links, most of them",
    });
    return rows;
  },
};
