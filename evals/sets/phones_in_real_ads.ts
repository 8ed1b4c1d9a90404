import type { Evaluation } from "../evaluation.ts";
import { plainPhones } from "../peers.ts";
import { signalOf, textInput } from "../screen.ts";

interface Ad {
  text: string;
  phones: string[];
}

const digits = (value: string) => value.replace(/\D/g, "");

/** Whether every number of the ad is among those found, with or without its country's code. */
function allFound(found: readonly string[], ad: Ad): boolean {
  return ad.phones.every((phone) => found.some((value) => digits(value).endsWith(phone)));
}

export const evaluation: Evaluation = {
  set: "phones_in_real_ads",
  title: "Phone numbers in real ads",
  source: "ZwEin27/dig-phone-extractor (GitHub), Apache-2.0; classified ads of 2015, 7 of 46 with a disguised number.",
  run(data) {
    const ads = data.rows<Ad>();
    const ours = (ad: Ad) =>
      signalOf("text_contact_details", textInput("listing", ad.text)).evidence.flatMap((e) =>
        e.type === "span" && e.kind === "phone" ? [e.value ?? ""] : [],
      );
    const right = (find: (ad: Ad) => string[]) =>
      ads.filter((ad) => (ad.phones.length === 0 ? find(ad).length === 0 : allFound(find(ad), ad))).length;
    return [
      {
        task: "ads with every number found and no other claimed where there is none",
        n: ads.length,
        other: { name: "ads", value: right(ours) },
        bar: { of: "other", value: ads.length - 1 },
        peer: { name: "libphonenumber-js", value: right((ad) => plainPhones(ad.text)) },
      },
    ];
  },
};
