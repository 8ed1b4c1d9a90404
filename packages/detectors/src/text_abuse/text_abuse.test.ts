import type { Subject } from "@assay/contract";
import { describe, expect, it } from "vitest";
import { type DetectorInput, runDetector } from "../detector.ts";
import { viewOf } from "../text/index.ts";
import { agesUnder18 } from "./age.ts";
import { abuseKinds } from "./phrases.ts";
import { textAbuse } from "./text_abuse.ts";

const look = (text: string, kind: Subject["kind"] = "message") => {
  const data = kind === "listing" ? { seller: "a1", title: text } : { from: "a1", text };
  const subject: Subject = { kind, id: "s1", owner: "a1", data: { id: "s1", ...data } };
  return runDetector(textAbuse, { subject, eventType: "", at: 0, history: {}, measurements: {} } as DetectorInput);
};
const kindsOf = (text: string) => new Set(look(text).evidence.flatMap((e) => (e.type === "span" ? [e.kind] : [])));

describe("text_abuse", () => {
  it("gives a probability for every kind, and its own is the highest", () => {
    for (const text of ["You stupid bastard", "Blue sofa, two seats", ""]) {
      const { score, scores } = look(text);
      expect(Object.keys(scores!)).toEqual(Object.keys(abuseKinds));
      expect(score).toBe(Math.max(...Object.values(scores!)));
    }
  });

  it.each([
    ["women", "muslims", "jews", "gay people", "immigrants", "disabled people", "black people"],
    ["femmes", "juifs", "musulmans", "homosexuels", "immigrés", "handicapés", "noirs"],
    ["Frauen", "Juden", "Muslime", "Schwule", "Ausländer", "Behinderte"],
    ["mujeres", "judíos", "musulmanes", "homosexuales", "inmigrantes"],
    ["donne", "ebrei", "musulmani", "omosessuali", "immigrati"],
  ])("never decides on a protected word alone: %s …", (...groups) => {
    for (const group of groups) expect(look(group).state, group).toBe("clear");
  });

  it.each(["Deals, Deals", "Â Â", "country and selling everything", "the battery assists you, with pedal assistance"])(
    "finds no hate where nobody is named: %s",
    (text) => {
      expect(look(text).state).toBe("clear");
      expect(look(text).scores!["hate"]).toBeLessThan(0.7);
    },
  );

  it("judges every group alike", () => {
    const score = (group: string) => look(`All ${group} are vermin`).scores!["hate"];
    expect(score("muslims")).toBe(score("women"));
    expect(score("immigrants")).toBe(score("women"));
    expect(score("women")).toBeGreaterThan(0.7);
  });

  it("leaves alone what is said against hate", () => {
    expect(kindsOf("Nobody should say that women are stupid").has("hate")).toBe(false);
    expect(kindsOf("Les immigrés sont des gens comme nous").has("hate")).toBe(false);
  });

  it("takes an ambiguous word by its company", () => {
    expect(look("Cock rooster statue", "listing").state).toBe("clear");
    expect(look("Suck my cock, you pig").state).toBe("found");
    expect(look("Dyke road, Brighton", "listing").state).toBe("clear");
  });
});

describe("ages", () => {
  const at = (text: string) => agesUnder18(viewOf("text", text)).map(({ start, end }) => text.slice(start, end));
  it.each([
    ["hi i'm 13, is it free?", ["i'm 13"]],
    ["i am fifteen years old", ["i am fifteen years old"]],
    ["im 16yo and broke", ["im 16yo"]],
    ["j'ai 13 ans", ["j'ai 13 ans"]],
    ["ich bin erst 14 jahre alt", ["ich bin erst 14 jahre alt"]],
    ["tengo doce anos", ["tengo doce anos"]],
    ["ho 15 anni", ["ho 15 anni"]],
  ])("%s", (text, expected) => expect(at(text)).toEqual(expected));

  it.each([
    "i'm 13 miles away",
    "i'm 45, no rush",
    "i am 16 minutes late",
    "i'm 12,5 km from you",
    "j'ai 13 ans d'experience",
    "j'ai 43 ans",
    "ich bin 15 km entfernt",
    "tengo 12 anos de experiencia",
    "ho 13 anni di esperienza",
    "she is 13",
    "the bike is 13 years old",
  ])("not: %s", (text) => expect(at(text)).toEqual([]));
});
