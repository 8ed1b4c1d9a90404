/** The phrase book of honest people, one for each language; `{slots}` are filled by `fill`. */
import type { Category, Grade } from "../catalogue.ts";

export interface Phrases {
  openings: readonly string[];
  condition: Record<Grade, readonly string[]>;
  defects: Record<Category, readonly string[]>;
  details: Record<Category, readonly string[]>;
  reasons: readonly string[];
  handover: readonly string[];
  closings: readonly string[];
  /** Honest warnings that name what scammers ask for. */
  warnings: readonly string[];
  questions: readonly string[];
  answers: readonly string[];
  chat: readonly string[];
  /** Honest messages that look like something else. */
  tricky: readonly string[];
  /** Cross, but not rude. */
  annoyed: readonly string[];
  reviews: Record<"good" | "fair" | "bad" | "buyer", readonly string[]>;
  profiles: readonly string[];
  trader: string;
  lots: string;
  moving: readonly string[];
  cheapReason: readonly string[];
}
