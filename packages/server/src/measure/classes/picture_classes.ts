/** Who looks at which picture, what they said of it, and what that means: taken once a picture and source, kept with the measurements. */
import { createHash } from "node:crypto";
import type { MeasurementResult, MeasurementValue } from "@assay/contract";
import type { ClassSourceConfig } from "../../config/index.ts";
import type { Database } from "../../db/index.ts";
import type { Outcome } from "../killable.ts";
import type { CopyWidth } from "../pictures.ts";
import { measurementVersions, type PictureRow, saveMeasurements, spendLook, stillToLearn } from "../store.ts";
import { httpSource, openaiSource } from "./http_source.ts";
import { onnxSource } from "./onnx_source.ts";
import type { ClassSource } from "./source.ts";

type Value = MeasurementValue<"picture_classes">;

export interface PictureClassesOptions {
  db: Database;
  sources: readonly ClassSourceConfig[];
  /** A copy for the screen: what providers are shown has no metadata, and no address by which they could learn of the seller. */
  copy(content: string, width: CopyWidth): Promise<Outcome<Uint8Array>>;
}

/** Enough to see what is in it; all that leaves the machine. */
const shownWidth = 640;
const dayMs = 86_400_000;

export class PictureClasses {
  readonly #options: Omit<PictureClassesOptions, "sources">;
  readonly #sources: readonly ClassSource[];
  readonly #taking = new Map<string, Promise<void>>();

  /** @throws Error where a model cannot be read */
  constructor({ sources, ...options }: PictureClassesOptions) {
    this.#options = options;
    this.#sources = sources.map(sourceOf);
  }

  /**
   * What is known of each picture: taken, not taken yet, or why it cannot be had.
   * @returns undefined where nobody looks at this marketplace's pictures
   */
  known(marketplace: string, rows: readonly PictureRow[]): MeasurementResult<Value>[] | undefined {
    const sources = this.#for(marketplace);
    return sources.length === 0 ? undefined : rows.map((row) => knownOf(row, sources));
  }

  /** Asks those who have not looked at a picture yet. A failure is a result too, with its reason. */
  async take(marketplace: string, content: string): Promise<void> {
    if (this.#for(marketplace).length === 0) return;
    const name = `${marketplace} ${content}`;
    let taking = this.#taking.get(name);
    if (!taking) {
      taking = this.#take(marketplace, content).finally(() => this.#taking.delete(name));
      this.#taking.set(name, taking);
    }
    await taking;
  }

  close(): void {
    for (const source of this.#sources) source.close();
  }

  async #take(marketplace: string, content: string): Promise<void> {
    const sources = this.#for(marketplace);
    const q = this.#options.db.for(marketplace);
    const versions = Object.fromEntries(sources.map((source) => [keyOf(source), versionOf(source)]));
    const { keys, problem } = await stillToLearn(q, marketplace, content, Object.keys(versions), versions);
    if (keys.length === 0) return;
    const copy: Outcome<Uint8Array> = problem
      ? { ok: false, reason: `not looked at: ${problem}` }
      : await this.#options.copy(content, shownWidth);
    const day = Math.floor(Date.now() / dayMs);
    await Promise.all(
      sources.map(async (source) => {
        const key = keyOf(source);
        if (!keys.includes(key)) return;
        const { name, perDay } = source;
        const spend = async () =>
          perDay === undefined ? undefined : spendLook(q, marketplace, { source: name, day, most: perDay });
        const said: Outcome<number[]> = copy.ok ? await source.look(copy.value, spend) : copy;
        const result: MeasurementResult<number[]> = said.ok
          ? { state: "done", value: said.value }
          : { state: "failed", reason: said.reason };
        await saveMeasurements(q, marketplace, content, { [key]: result }, versions);
      }),
    );
  }

  #for(marketplace: string): readonly ClassSource[] {
    return this.#sources.filter(({ marketplaces }) => marketplaces?.includes(marketplace) ?? true);
  }
}

function sourceOf(config: ClassSourceConfig): ClassSource {
  switch (config.type) {
    case "http":
      return httpSource(config);
    case "openai_moderation":
      return openaiSource(config);
    case "onnx":
      return onnxSource(config);
  }
}

/** Each source's answer is a measurement of its own, so that one that failed is asked again alone. */
const keyOf = ({ name }: ClassSource) => `picture_classes/${name}`;

/** Another question, provider or model is another version: 28 bits of what is asked. */
function versionOf({ question }: ClassSource): number {
  const digest = createHash("sha256").update(`${measurementVersions.picture_classes} ${question}`).digest("hex");
  return Number.parseInt(digest.slice(0, 7), 16);
}

function knownOf(row: PictureRow, sources: readonly ClassSource[]): MeasurementResult<Value> {
  if (row.problem !== null) return { state: "failed", reason: row.problem };
  const value: Value = { looks: [], failed: [] };
  for (const source of sources) {
    const taken = row.measured?.[keyOf(source)];
    if (!taken || taken.version !== versionOf(source)) return { state: "pending" };
    if (taken.value === null) value.failed.push({ source: source.name, reason: taken.reason ?? "no reason was kept" });
    else value.looks.push(...looksOf(source, taken.value as number[]));
  }
  if (value.looks.length > 0) return { state: "done", value };
  const reason = value.failed.map((failed) => failed.reason).join("; ");
  return { state: "failed", reason: reason.slice(0, 300) };
}

/** Of each class the label that is furthest over its threshold, or the least under it. */
function looksOf({ name, labels }: ClassSource, values: readonly number[]): Value["looks"] {
  const furthest = new Map<string, Value["looks"][number]>();
  for (const [i, label] of labels.entries()) {
    const look = { source: name, ...label, value: Math.round((values[i] ?? 0) * 1e4) / 1e4 };
    const known = furthest.get(label.class);
    if (!known || look.value - look.threshold > known.value - known.threshold) furthest.set(label.class, look);
  }
  return [...furthest.values()];
}
