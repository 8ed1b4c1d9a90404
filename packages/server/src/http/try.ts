/** Try it: what would be decided of an event, without storing it. */
import { type Picture, tryAnswerSchema } from "@assay/contract";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { pictureRef } from "../intake/index.ts";
import { readPicture, rememberPicture, savePicture, storedPictures } from "../measure/index.ts";
import { type App, principalOf } from "./route.ts";
import { pictureViews } from "./subject_view.ts";

/** Pictures of one event that are looked at. */
const mostPictures = 20;

export async function tryRoutes(app: App, { pipeline, pictures, classes, matcher, db, log }: Deps): Promise<void> {
  /** Pictures that are being read, by marketplace and reference: whoever types on does not have them read again. */
  const reading = new Map<string, Promise<void>>();

  app.post(
    "/v1/try",
    {
      config: { permission: "event.read" },
      schema: {
        summary: "What would be decided of an event; nothing is stored, and nobody is told",
        description:
          "Pictures are those that were uploaded; what they show is read after the answer, and `reading` says so: ask again for it.",
        body: z.object({
          event: z.record(z.string(), z.unknown()),
          account_age_days: z.number().min(0).max(20_000).optional(),
        }),
        response: { 200: tryAnswerSchema },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const { event, account_age_days } = request.body;
      // Uploaded pictures only: nobody may make the server fetch from here.
      const uploaded = uploadsOf(event);
      for (const picture of uploaded) await measureUpload(marketplace, picture);
      const decision = await pipeline.preview(event, marketplace, account_age_days);
      const views = await pictureViews(db.for(marketplace), marketplace, uploaded);
      return {
        decision,
        ...(decision.statement && { statement: decision.statement }),
        pictures: views,
        reading: uploaded.some((picture) => reading.has(`${marketplace} ${pictureRef(picture)}`)),
      };
    },
  );

  /** The file and its hashes at once; what takes a second or more is begun. */
  async function measureUpload(marketplace: string, picture: Picture): Promise<void> {
    const ref = pictureRef(picture);
    const name = `${marketplace} ${ref}`;
    if (reading.has(name)) return;
    const had = await pictures.get({ content: picture.content });
    if (!had.ok) return savePicture(db.for(marketplace), marketplace, ref, { problem: had.reason });
    const known = await storedPictures(db.for(marketplace), marketplace, [ref]);
    if (!known.has(ref)) await rememberPicture({ db, pictures, matcher }, marketplace, ref, had.value);
    const read = Promise.all([
      readPicture({ db, pictures }, marketplace, had.value),
      classes.take(marketplace, had.value.content),
    ])
      .then(() => undefined)
      .catch((error: unknown) => log.error({ err: error }, "a picture that was tried could not be read"))
      .finally(() => reading.delete(name));
    reading.set(name, read);
    // What was read before is there within a moment.
    await Promise.race([read, new Promise((resolve) => setTimeout(resolve, 30))]);
  }
}

function uploadsOf(event: Record<string, unknown>): Picture[] {
  const given = (event.data as { pictures?: unknown } | undefined)?.pictures;
  return Array.isArray(given)
    ? given.filter((picture) => typeof picture?.content === "string").slice(0, mostPictures)
    : [];
}
