/** Whether the server lives, whether it can work, and what it counts. */
import { AssayError } from "@assay/contract";
import { z } from "zod";
import type { Deps } from "../deps.ts";
import type { App } from "./route.ts";

const ok = z.object({ status: z.literal("ok") });

export async function healthRoutes(app: App, { db, metrics }: Deps): Promise<void> {
  app.get("/healthz", { schema: { summary: "The process lives", response: { 200: ok } } }, async () => ({
    status: "ok" as const,
  }));

  app.get("/readyz", { schema: { summary: "The database answers", response: { 200: ok } } }, async () => {
    await db.query(null, "select 1").catch(() => {
      throw new AssayError("unavailable", "The database does not answer.");
    });
    return { status: "ok" as const };
  });

  app.get("/metrics", { schema: { summary: "Prometheus metrics", hide: true } }, async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
