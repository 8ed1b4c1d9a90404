/** Pictures in by upload, and out as re-encoded copies; never the file as it came. */
import { AssayError, pictureUseSchema } from "@assay/contract";
import { z } from "zod";
import { lanesFor, subjectsIn } from "../cases/index.ts";
import type { Deps } from "../deps.ts";
import { usesOf } from "../history/index.ts";
import { type CopyWidth, copyMime, copyWidths, savePicture, storedPictures } from "../measure/index.ts";
import { isPictureHidden } from "./quarantine.ts";
import { type App, principalOf } from "./route.ts";
import { pictureViews } from "./subject_view.ts";

/** Uses that a search by picture shows. */
const shownUses = 100;

const uploadedSchema = z.object({ content: z.string(), width: z.int(), height: z.int(), mime: z.string() });

export async function pictureRoutes(app: App, { db, pictures, matcher }: Deps): Promise<void> {
  app.post(
    "/v1/pictures",
    {
      config: { permission: "picture.send" },
      schema: {
        summary: "Upload a picture; `content` goes into an event's `pictures`",
        description: "A form with one file, JPEG, PNG or WebP.",
        consumes: ["multipart/form-data"],
        response: { 200: uploadedSchema },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const file = request.isMultipart() ? await request.file() : undefined;
      if (!file) throw new AssayError("invalid_request", "A form with one file is needed.");
      const bytes = await file.toBuffer();
      const { measurements, print } = await pictures.learn(bytes);
      const measured = measurements.picture_file;
      if (measured.state !== "done") throw new AssayError("invalid_picture", "The picture could not be looked at.");
      const { problem, detail, mime, width, height } = measured.value;
      if (problem) throw new AssayError("invalid_picture", `${problem}${detail ? `: ${detail}` : ""}`);
      const content = await pictures.keep(bytes);
      if (print) await matcher.learn(marketplace, content, print);
      await savePicture(db.for(marketplace), marketplace, content, { content, measurements });
      return { content, width, height, mime };
    },
  );

  app.get(
    "/v1/pictures/:content/uses",
    {
      config: { permission: "event.read" },
      schema: {
        summary: "Where a picture, or one that shows the same photo, was used: the search by picture",
        description: "Upload the picture first; what it matches is known when the upload is answered.",
        params: z.object({ content: z.string().regex(/^sha256:[0-9a-f]{64}$/) }),
        response: { 200: z.object({ data: z.array(pictureUseSchema) }) },
      },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const q = db.for(marketplace);
      const found = await usesOf(q, marketplace, request.params.content, shownUses);
      const { hidden } = await lanesFor(q, principalOf(request));
      const away = await subjectsIn(q, marketplace, hidden);
      const rows = found.filter((row) => !away.has(`${row.kind} ${row.subject_id}`));
      const views = await pictureViews(
        q,
        marketplace,
        rows.map(({ content }) => ({ content })),
      );
      return {
        data: rows.map((row, index) => ({
          subject: { kind: row.kind, id: row.subject_id },
          owner: row.owner,
          title: row.title,
          at: row.at.toISOString(),
          similarity: row.similarity,
          how: row.how,
          ...(row.outcome && { outcome: row.outcome }),
          picture: views[index]!,
        })),
      };
    },
  );

  app.get(
    "/v1/pictures/:content",
    {
      config: { permission: "event.read" },
      schema: {
        summary: "A re-encoded copy of a picture",
        params: z.object({ content: z.string().regex(/^sha256:[0-9a-f]{64}$/) }),
        querystring: z.object({
          w: z.coerce
            .number()
            .refine(
              (width): width is CopyWidth => copyWidths.some((known) => known === width),
              `is one of ${copyWidths.join(", ")}`,
            )
            .default(640),
        }),
      },
    },
    async (request, reply) => {
      const { marketplace } = principalOf(request);
      const { content } = request.params;
      // What another marketplace uploaded is in the same folder, and not this one's to see.
      const known = await storedPictures(db.for(marketplace), marketplace, [content]);
      const hidden = await isPictureHidden(db.for(marketplace), principalOf(request), content);
      const copy = known.has(content) && !hidden ? await pictures.copy(content, request.query.w) : undefined;
      if (!copy?.ok) throw new AssayError("not_found", "There is no such picture here.");
      return reply.header("cache-control", "private, max-age=31536000, immutable").type(copyMime).send(copy.value);
    },
  );
}
