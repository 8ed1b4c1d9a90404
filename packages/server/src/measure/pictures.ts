/**
 * Pictures: had from where the event says they are, kept once by content, shown as re-encoded copies.
 * The original stands in `<folder>/ab/cdef….bin`, its copies beside it; nothing in the folder is ever run or served as it came.
 */
import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve } from "node:path";
import type { MeasurementResult, MeasurementValue, Picture } from "@assay/contract";
import type { DecodeOutcome, Decoder } from "./decoder.ts";
import { guardedFetch } from "./fetch_guard.ts";
import { Inspector } from "./inspect/inspector.ts";
import type { Inspected, InspectedKey } from "./inspect/protocol.ts";

/** Sizes of the copies that exist, in pixels on the longer side: strip, screen, zoom. */
export const copyWidths = [160, 640, 1600] as const;
export type CopyWidth = (typeof copyWidths)[number];
/** Every copy's media type. */
export const copyMime = "image/webp";

/** Problems of files that are not even opened for their metadata. */
const unreadable: ReadonlySet<string> = new Set(["not_a_picture", "too_large", "hostile"]);

export interface PicturesOptions {
  /** Folder of originals and copies; made when absent. */
  folder: string;
  decoder: Decoder;
  /** Reads what is in pictures; one of its own unless given. Its process starts with the first picture. */
  inspector?: Inspector;
  /** `host:port` pairs that may be private, see `guardedFetch`. */
  allow?: readonly string[];
  /** Folder that a picture's `path` is relative to and may not leave; without it paths are refused. */
  pathsIn?: string;
  /** For one fetch with its redirects, in ms. */
  timeoutMs?: number;
}

export interface HadPicture {
  /** `sha256:` and 64 hex digits. */
  content: string;
  bytes: Buffer;
}

/** What is measured of a picture, as stored under its content hash. */
export interface PictureMeasurements {
  picture_file: MeasurementResult<MeasurementValue<"picture_file">>;
  picture_hashes: MeasurementResult<MeasurementValue<"picture_hashes">>;
  picture_figures: MeasurementResult<MeasurementValue<"picture_figures">>;
}

/** `sha256:` and the hex digest. */
export function contentHash(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}

export class Pictures {
  readonly #options: Required<Omit<PicturesOptions, "pathsIn">> & Pick<PicturesOptions, "pathsIn">;

  constructor(options: PicturesOptions) {
    this.#options = { allow: [], timeoutMs: 15_000, inspector: new Inspector(), ...options };
  }

  /**
   * Gets a picture by what the event says of it (`content`, else `path`, else `url`) and keeps its original.
   * A file that is no picture is kept too: whether it is one is measured, not guessed. Failures are answered with a reason.
   */
  async get(picture: Pick<Picture, "content" | "path" | "url">): Promise<DecodeOutcome<HadPicture>> {
    if (picture.content !== undefined) {
      const bytes = await this.original(picture.content);
      if (bytes) return { ok: true, value: { content: picture.content, bytes } };
      if (picture.url === undefined) return { ok: false, reason: "no picture was uploaded with this content hash" };
    }
    const had = picture.path !== undefined ? await this.#read(picture.path) : await this.#fetch(picture.url);
    if (!had.ok) return had;
    return { ok: true, value: { content: await this.keep(had.value), bytes: had.value } };
  }

  /** Keeps bytes under their content hash, which it answers. Safe to call twice at once; durable when it returns. */
  async keep(bytes: Buffer): Promise<string> {
    const content = contentHash(bytes);
    const file = this.#file(content)!;
    if (!(await exists(file))) await writeWhole(file, bytes);
    return content;
  }

  /** The bytes as they came, for measuring. Never to be served. */
  async original(content: string): Promise<Buffer | undefined> {
    const file = this.#file(content);
    return file === undefined ? undefined : readFile(file).catch(() => undefined);
  }

  /** A copy for the screen (`copyMime`, upright, no metadata), made the first time it is asked for. */
  async copy(content: string, width: CopyWidth): Promise<DecodeOutcome<Buffer>> {
    const file = this.#file(content, `.${width}.webp`);
    if (file === undefined) return { ok: false, reason: "not a content hash" };
    const existing = await readFile(file).catch(() => undefined);
    if (existing) return { ok: true, value: existing };
    const bytes = await this.original(content);
    if (!bytes) return { ok: false, reason: "the picture is not kept here" };
    const made = await this.#options.decoder.copy(bytes, width);
    if (made.ok) await writeWhole(file, made.value);
    return made;
  }

  /** Measures a picture's bytes: one decode for all. A picture with a problem has a measured file and nothing else, with the reason. */
  async measure(bytes: Uint8Array): Promise<PictureMeasurements> {
    return (await this.learn(bytes)).measurements;
  }

  /** The same, with the print by which the picture is recognised; without one where it has a problem. */
  async learn(bytes: Uint8Array): Promise<{ measurements: PictureMeasurements; print?: Uint8Array }> {
    const look = await this.#options.decoder.look(bytes);
    if (!look.ok) {
      const failed = { state: "failed", reason: look.reason } as const;
      return { measurements: { picture_file: failed, picture_hashes: failed, picture_figures: failed } };
    }
    const { picture_file: file, picture_hashes: hashes, picture_figures: figures, print } = look.value;
    const measurements: PictureMeasurements = {
      picture_file: { state: "done", value: file },
      picture_hashes: hashes
        ? { state: "done", value: hashes }
        : { state: "failed", reason: file.problem ? `not hashed: ${file.problem}` : "too small to be hashed" },
      picture_figures: figures
        ? { state: "done", value: figures }
        : { state: "failed", reason: `not measured: ${file.problem ?? "no pixels"}` },
    };
    return { measurements, ...(print && { print }) };
  }

  /**
   * Reads a picture that was measured: text, codes, metadata, nudity. What has a problem is not read, with the problem as the reason; only its
   * metadata, which does not need its pixels.
   * @param problem what `picture_file` says is wrong with it
   */
  async inspect(bytes: Uint8Array, keys: readonly InspectedKey[], problem: string | undefined): Promise<Inspected> {
    const { inspector } = this.#options;
    if (keys.length === 0) return {};
    const readable = keys.filter((key) => !problem || (key === "picture_metadata" && !unreadable.has(problem)));
    const outcome = readable.length > 0 ? await inspector.inspect(bytes, readable) : undefined;
    const results = keys.map((key) => {
      if (!readable.includes(key)) return [key, { state: "failed", reason: `not read: ${problem}` }];
      if (outcome?.ok) return [key, outcome.value[key] ?? { state: "failed", reason: "the reader left it out" }];
      return [key, { state: "failed", reason: outcome?.reason ?? "it was not read" }];
    });
    return Object.fromEntries(results) as Inspected;
  }

  /** Removes a picture and its copies, when the law or a person asks for it. */
  async forget(content: string): Promise<void> {
    for (const suffix of [".bin", ...copyWidths.map((width) => `.${width}.webp`)]) {
      const file = this.#file(content, suffix);
      if (file !== undefined) await rm(file, { force: true });
    }
  }

  async #fetch(url: string | undefined): Promise<DecodeOutcome<Buffer>> {
    if (url === undefined) return { ok: false, reason: "the event names neither url nor content" };
    const { allow, timeoutMs, decoder } = this.#options;
    const headers = { accept: "image/*" };
    const { maxBytes } = decoder.limits;
    const result = await guardedFetch(url, { allow, timeoutMs, maxBytes, maxRedirects: 5, headers });
    if (!result.ok) return { ok: false, reason: `${result.failure}: ${result.detail}` };
    if (result.status !== 200) return { ok: false, reason: `the picture's server answered ${result.status}` };
    return { ok: true, value: result.body };
  }

  async #read(path: string): Promise<DecodeOutcome<Buffer>> {
    const { pathsIn, decoder } = this.#options;
    if (pathsIn === undefined) return { ok: false, reason: "pictures by path are read by `assay check` only" };
    const file = resolve(pathsIn, path);
    const inside = relative(resolve(pathsIn), file);
    if (inside.startsWith("..") || isAbsolute(inside))
      return { ok: false, reason: "the path leaves the file's folder" };
    try {
      const { size } = await stat(file);
      if (size > decoder.limits.maxBytes) return { ok: false, reason: `too_large: the file has ${size} bytes` };
      return { ok: true, value: await readFile(file) };
    } catch (error) {
      return { ok: false, reason: `the file cannot be read: ${(error as NodeJS.ErrnoException).code ?? error}` };
    }
  }

  #file(content: string, suffix = ".bin"): string | undefined {
    const hex = /^sha256:([0-9a-f]{64})$/.exec(content)?.[1];
    return hex && join(this.#options.folder, hex.slice(0, 2), hex.slice(2) + suffix);
  }
}

const exists = (file: string) =>
  stat(file).then(
    () => true,
    () => false,
  );

/** Written beside and moved into place, so that nobody reads half a picture, not even after a crash. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const partial = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`;
  const handle = await open(partial, "wx");
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(partial, file);
}
