import { describe, expect, it } from "vitest";
import { runDetector } from "../detector.ts";
import { cues, patterns } from "./phrases.ts";
import { textScam } from "./text_scam.ts";

type Message = { id: string; from: string; at: string; text: string };
const said = (from: string, text: string, id = "m0"): Message => ({ id, from, at: "2026-11-21T11:00:00Z", text });

function look(text: string, before: readonly Message[] = [], kind: "message" | "listing" | "review" = "message") {
  const data = kind === "listing" ? { id: "s1", seller: "a1", description: text } : { id: "s1", from: "a1", text };
  return runDetector(textScam, {
    subject: { kind, id: "s1", owner: "a1", data },
    eventType: `${kind}.created`,
    at: 0,
    history: { conversation_before: before },
    measurements: {},
  } as unknown as Parameters<typeof runDetector>[1]);
}

describe("text_scam", () => {
  it("names the pattern of a story", () => {
    const { state, values } = look("I sent a 6 digit code to your phone, can you tell it to me?");
    expect(state).toBe("found");
    expect(values).toEqual({ pattern: "verification_code" });
  });

  it("puts together what the same person said over several messages, and says where each part stands", () => {
    const earlier = "Hello, I have already paid for it";
    const { state, evidence } = look("Now open this link", [said("a1", earlier, "m7"), said("b2", "Great")]);
    expect(state).toBe("found");
    const [span] = evidence;
    if (span?.type !== "span") throw new Error("no span");
    const part = span.parts?.find(({ subject }) => subject?.id === "m7");
    expect(earlier.slice(part?.start, part?.end)).toContain("already paid");
  });

  it("does not put together what two people said", () => {
    expect(look("Now open this link", [said("b2", "I have already paid for it")]).state).toBe("clear");
  });

  it("judges what was said before only with this message", () => {
    const before = [said("a1", "I have already paid for it"), said("a1", "open this link", "m1")];
    expect(look("See you tomorrow", before).state).toBe("clear");
  });

  it("leaves warnings alone", () => {
    expect(look("Never send anyone the verification code that you got").state).toBe("clear");
    expect(look("Ne donnez jamais le code de vérification reçu par SMS").state).toBe("clear");
  });

  it("trusts its model with messages, not with ads and reviews", () => {
    const text = "URGENT your mobile number was awarded 2000 pounds, to collect call 09061 701 461 from a landline";
    expect(look(text).scores?.unsolicited).toBeGreaterThan(0.5);
    expect(look(text, [], "listing").scores?.unsolicited).toBeUndefined();
    expect(look(text, [], "review").scores?.unsolicited).toBeUndefined();
  });

  it("has patterns of cues that exist, each with at most two", () => {
    for (const { all, score } of patterns) {
      for (const cue of all) expect(Object.keys(cues)).toContain(cue);
      expect(all.length).toBeLessThanOrEqual(2);
      expect(score).toBeGreaterThan(0);
      expect(score).toBeLessThan(1);
    }
  });
});
