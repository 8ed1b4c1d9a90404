/** Try it: what would be decided of an event, without storing it. */
import { type Picture, tryAnswerSchema } from "@assay/contract";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import { pictureRef } from "../intake/index.ts";
import { rememberPicture, savePicture, storedPictures } from "../measure/index.ts";
import { type App, principalOf } from "./route.ts";
import { pictureViews } from "./subject_view.ts";

export async function tryRoutes(app: App, { pipeline, pictures, matcher, db }: Deps): Promise<void> {
  app.post(
    "/v1/try",
    {
      config: { permission: "event.read" },
      schema: {
        summary: "What would be decided of an event; nothing is stored, and nobody is told",
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
      return { decision, ...(decision.statement && { statement: decision.statement }), pictures: views };
    },
  );

  async function measureUpload(marketplace: string, picture: Picture): Promise<void> {
    const ref = pictureRef(picture);
    if ((await storedPictures(db.for(marketplace), marketplace, [ref])).has(ref)) return;
    const had = await pictures.get({ content: picture.content });
    if (had.ok) await rememberPicture({ db, pictures, matcher }, marketplace, ref, had.value);
    else await savePicture(db.for(marketplace), marketplace, ref, { problem: had.reason });
  }
}

function uploadsOf(event: Record<string, unknown>): Picture[] {
  const given = (event.data as { pictures?: unknown } | undefined)?.pictures;
  return Array.isArray(given) ? given.filter((picture) => typeof picture?.content === "string").slice(0, 20) : [];
}
