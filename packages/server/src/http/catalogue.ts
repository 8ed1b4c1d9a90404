/** What rarely changes and is needed everywhere: detectors, reasons, policies, queues, categories. */
import { catalogueSchema, subjectKindNames } from "@assay/contract";
import { detectors } from "@assay/detectors";
import { busyQueues } from "../cases/index.ts";
import type { Deps } from "../deps.ts";
import { categories } from "../history/index.ts";
import { policyQueues } from "./queues.ts";
import { type App, principalOf } from "./route.ts";

const declarations = detectors.map(({ detect: _, ...declaration }) => ({
  ...declaration,
  subjects: [...declaration.subjects],
  history: [...declaration.history],
  measurements: [...declaration.measurements],
}));

export async function catalogueRoutes(app: App, { db, policies }: Deps): Promise<void> {
  app.get(
    "/v1/catalogue",
    {
      config: { permission: "policy.read" },
      schema: { summary: "Detectors, reasons, policies, queues and categories", response: { 200: catalogueSchema } },
    },
    async (request) => {
      const { marketplace } = principalOf(request);
      const q = db.for(marketplace);
      const [inForce, queues, kept] = await Promise.all([
        policies.current(marketplace),
        busyQueues(q, marketplace),
        categories(q, marketplace),
      ]);
      const rules = new Set(
        subjectKindNames.flatMap((kind) =>
          inForce.compiled.rulesFor(kind).map(({ stage, rule }) => `${stage}/${rule.id}`),
        ),
      );
      return {
        detectors: declarations,
        reasons: [...policies.reasons],
        policies: inForce.sources.map(({ stage, version, source }) => ({
          stage,
          version,
          source,
          rules: [...rules].filter((rule) => rule.startsWith(`${stage}/`)).length,
        })),
        queues: [...new Set([...policyQueues(inForce.compiled), ...queues])].sort(),
        categories: kept,
        playbooks: [...policies.playbooks],
      };
    },
  );
}
