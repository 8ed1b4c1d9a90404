/** Somebody, or something, that says what classes a picture belongs to. */
import type { PictureClass } from "@assay/contract";
import type { Outcome } from "../killable.ts";

/** One thing that a source looks for, under its own name. */
export interface SourceLabel {
  class: PictureClass;
  label: string;
  threshold: number;
}

export interface ClassSource {
  readonly name: string;
  /** What and whom it asks: two sources with the same answer alike. */
  readonly question: string;
  /** Marketplaces whose pictures it is shown; all unless said. */
  readonly marketplaces: readonly string[] | undefined;
  readonly labels: readonly SourceLabel[];
  /** Most pictures of a marketplace a day; without a limit where it costs nobody's money. */
  readonly perDay: number | undefined;
  /**
   * How sure it is of each of `labels`, in their order, 0 to 1. Never rejects.
   * @param picture a copy for the screen, `image/webp`, without metadata
   * @param spend says why nothing may be asked any more today, or counts this picture
   */
  look(picture: Uint8Array, spend: () => Promise<string | undefined>): Promise<Outcome<number[]>>;
  close(): void;
}
