import { describe, expect, it } from "vitest";
import { phonesIn } from "./phones.ts";
import { viewOf } from "./view.ts";

const values = (text: string, countries: string[] = []) =>
  phonesIn(viewOf("text", text), { countries }).flatMap((phone) => (phone.score >= 0.5 ? [phone.value] : []));

describe("telephone numbers", () => {
  it.each([
    ["06 39 98 01 02", "+33639980102"],
    ["zéro six trente-neuf quatre-vingt-dix-huit zéro un zéro deux", "+33639980102"],
    ["o6 39 98 o1 o2", "+33639980102"],
    ["06*39*98*01*02", "+33639980102"],
    ["0️⃣6️⃣3️⃣9️⃣9️⃣8️⃣0️⃣1️⃣0️⃣2️⃣", "+33639980102"],
    ["٠٦٣٩٩٨٠١٠٢", "+33639980102"],
    ["zerosixtrenteneuf 98 01 02", "+33639980102"],
    ["06 39\n98 01 02", "+33639980102"],
    ["+33 (0)6 39 98 01 02", "+33639980102"],
    ["null eins sieben sechs neunundneunzig zwölf vierunddreißig 56", "+4917699123456"],
    ["llámame: seis cero cero doce treinta y cuatro cincuenta y seis", "+34600123456"],
    ["tre quattro sette dodici trentaquattro cinquantasei sette", "+393471234567"],
    ["four one five five five five zero one three four", "+14155550134"],
    ["call 415 double five five 0134", "+14155550134"],
    ["07700 900123", "+447700900123"],
    ["al 600 barra 123 barra 456", "+34600123456"],
    ["06 puis 39 puis 98 puis 01 et pour finir 02", "+33639980102"],
  ])("%s", (text, expected) => {
    expect(values(text)).toEqual([expected]);
  });

  it.each([
    "serial 0612345678",
    "ISBN 978-2-07-036822-8",
    "GTIN 4006381333931",
    "sizes 38 39 40 41 42 43 44",
    "2014 2015 2016 2017",
    "05/13/2017 @ 3:00 - 4:00",
    "price 1 234 567 €",
    "120 x 80 x 75 cm, 12 kg",
    "highways 880, 680, and 237",
    "Samsung i9500/i9505",
    "45,000 miles, 2.5l 4 cylinder, b2500",
    "2 to 4 for 1",
    "Ersatzteil 030 109 119 AH",
    "brake disc 415 615 3010 AA, new",
    "results 2:1 3:0 1:1 0:4 2:2 all season",
  ])("not in: %s", (text) => {
    expect(values(text, ["US"])).toEqual([]);
  });

  it("reads national numbers of the country that it is told first", () => {
    expect(values("03-331 6005", ["NZ"])).toEqual(["+6433316005"]);
    const belgian = "zéro quatre septante-huit douze trente-quatre cinquante-six";
    expect(values(belgian, ["BE"])).toEqual(["+32478123456"]);
  });
});
