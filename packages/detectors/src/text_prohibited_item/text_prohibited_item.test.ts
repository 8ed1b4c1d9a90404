import { describe, expect, it } from "vitest";
import { runDetector } from "../detector.ts";
import { textProhibitedItem } from "./text_prohibited_item.ts";

function look(title: string, country?: string, description?: string) {
  return runDetector(textProhibitedItem, {
    subject: { kind: "listing", id: "s1", owner: "a1", data: { id: "s1", seller: "a1", title, description } },
    eventType: "listing.created",
    at: 0,
    history: {
      account_profile: { known: true, age_days: 5, listings_total: 1, refusals_90d: 0, ...(country && { country }) },
    },
    measurements: {},
  } as unknown as Parameters<typeof runDetector>[1]);
}

describe("text_prohibited_item", () => {
  it.each([
    ["Glock 19 with two magazines", "weapon"],
    ["Boîte de munitions calibre 12", "ammunition"],
    ["Lot de feux d'artifice F3", "explosive"],
    ["Cannabis 25g, discreet delivery", "drug"],
    ["Viagra 100mg ohne Rezept", "medicine"],
    ["Cartouche de cigarettes Marlboro", "tobacco"],
    ["Cachorros en venta", "live_animal"],
    ["Statuetta in avorio antico", "wildlife"],
    ["Faux permis de conduire", "identity_document"],
    ["Falschgeld, 50 Euro Blüten", "counterfeit_money"],
    ["Netflix account lifetime", "account"],
    ["Fresh CVV fullz", "illicit_data"],
    ["Vélo tombé du camion", "stolen"],
    ["Billet de loterie gagnant", "gambling"],
    ["GPS jammer", "jammer"],
    ["Mercure liquide 500g", "hazardous"],
    ["Real human skull", "human_body"],
    ["Used panties", "adult"],
  ])("%s is %s", (title, name) => {
    const { state, values } = look(title);
    expect(state).toBe("found");
    expect(values).toEqual({ class: name });
  });

  it("follows the law of the country where it differs", () => {
    const score = (country?: string) => look("Bottle of whisky, unopened", country).score!;
    expect(score("US")).toBeGreaterThan(0.7);
    expect(score("FR")).toBeLessThan(0.4);
    expect(score()).toBeLessThan(score("US"));
  });

  it("knows a word by its company", () => {
    expect(look("Weed", undefined, "Plant feeder and soil").state).toBe("clear");
    expect(look("Weed", undefined, "20 a gram, discreet, pure buds").state).toBe("found");
    expect(look("Weed eater", undefined, "20 a gram of steel, pure power").state).toBe("clear");
  });

  it("does not take a toy, a book or a picture for the thing", () => {
    for (const title of [
      "Toy AK47 for kids",
      "Book: the history of heroin",
      "Poster with a Desert Eagle",
      "Lego Glock 17",
    ]) {
      expect(look(title).state, title).toBe("clear");
    }
  });
});
