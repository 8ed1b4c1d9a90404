/** What a class of prohibited goods is, as data; the classes themselves stand by theme in the files beside this one. */
import type { LanguagePhrases } from "../text/cues.ts";

export interface ProhibitedClass {
  /** What the class holds, for the console. */
  title: string;
  /** Phrases that name the thing itself: one is enough. */
  strong: LanguagePhrases;
  /** Words that name it among other things: they count beside one of `sells`. */
  weak?: LanguagePhrases;
  /** What stands beside a weak word when the thing itself is sold. */
  sells?: LanguagePhrases;
  /** Look-alikes: a phrase that they overlap does not count. */
  except?: LanguagePhrases;
  /** No toy, picture or costume is made of it: words for those do not speak against it. */
  abstract?: true;
  /** Where law differs, ISO 3166-1 alpha-2: where private sale is allowed, the score is lowered; where it is prohibited, raised. */
  countries?: { allowed?: readonly string[]; prohibited?: readonly string[] };
}

export type ClassTable = Readonly<Record<string, ProhibitedClass>>;
