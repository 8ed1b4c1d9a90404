/** How well the detectors see, as the last `npm run evals` found on real data. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { AssayError, type Measured, measuredSchema } from "@assay/contract";
import type { Deps } from "../deps.ts";
import type { App } from "./route.ts";

/** A report each, measured apart. */
const files = ["text", "listings", "pictures"].map((name) =>
  join(import.meta.dirname, `../../../../docs/measured/${name}.json`),
);

export async function measuredRoutes(app: App, _deps: Deps): Promise<void> {
  app.get(
    "/v1/measured",
    {
      config: { permission: "quality.read" },
      schema: {
        summary: "Figures of the last evaluation on real data, with date and commit",
        response: { 200: measuredSchema },
      },
    },
    async () => {
      const texts = await Promise.all(files.map((file) => readFile(file, "utf8").catch(() => undefined)));
      const reports = texts.flatMap((text) => (text === undefined ? [] : [JSON.parse(text) as Measured]));
      const [first] = reports;
      if (!first) throw new AssayError("not_found", "Nothing was measured here; run: npm run evals");
      return { ...first, sections: reports.flatMap((report) => report.sections) };
    },
  );
}
