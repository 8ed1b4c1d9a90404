/** From a picture's bytes to everything that is kept of it. */
import type { Database } from "../db/index.ts";
import type { PictureMatch, PictureMatcher } from "./hashes/index.ts";
import { inspectedKeys } from "./inspect/protocol.ts";
import type { HadPicture, Pictures } from "./pictures.ts";
import { measurementVersions, saveMeasurements, savePicture, stillToLearn } from "./store.ts";

export interface PictureMemory {
  db: Database;
  pictures: Pictures;
  matcher: PictureMatcher;
}

/**
 * Measures a picture, looks for the same photo among those that are known, and keeps both under its reference. The matches come first:
 * a picture that counts as measured has been looked for.
 * @returns the other pictures that show the same photo
 * @throws when the database fails; what the picture lacks is a result, not an error
 */
export async function rememberPicture(
  { db, pictures, matcher }: PictureMemory,
  marketplace: string,
  ref: string,
  { content, bytes }: { content: string; bytes: Uint8Array },
): Promise<PictureMatch[]> {
  const { measurements, print } = await pictures.learn(bytes);
  const matches = print ? await matcher.learn(marketplace, content, print) : [];
  await savePicture(db.for(marketplace), marketplace, ref, { content, measurements });
  return matches;
}

/** Reads a picture that was remembered (text, codes, metadata, nudity), where that was not done before for the same bytes. */
export async function readPicture(
  { db, pictures }: Pick<PictureMemory, "db" | "pictures">,
  marketplace: string,
  { content, bytes }: HadPicture,
): Promise<void> {
  const q = db.for(marketplace);
  const { keys, problem } = await stillToLearn(q, marketplace, content, inspectedKeys, measurementVersions);
  await saveMeasurements(q, marketplace, content, await pictures.inspect(bytes, keys, problem), measurementVersions);
}
