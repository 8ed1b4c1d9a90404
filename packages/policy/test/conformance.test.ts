import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { runConformance } from "./conformance.ts";

/** CEL's conformance suite (google/cel-spec, tests/simple/testdata): a folder beside the repository, or ASSAY_DATA. */
const data = process.env.ASSAY_DATA ?? resolve(import.meta.dirname, "../../../../shared/data");
const folder = resolve(data, "cel_conformance/raw");
const isThere = existsSync(folder);
if (!isThere)
  console.log(`skipped: CEL's conformance tests are not in ${folder} (set ASSAY_DATA to the folder of data sets)`);

describe.skipIf(!isThere)("CEL conformance", () => {
  const results = isThere ? runConformance(folder) : [];
  const applying = results.filter(({ leftOut }) => leftOut === undefined);

  it("passes every test that applies to the subset", () => {
    const failed = applying.filter(({ passed }) => !passed);
    expect(failed.map(({ name, expression, detail }) => `${name}: ${expression}: ${detail}`)).toEqual([]);
  });

  it("leaves out what docs/policies.md says, and no more", async () => {
    const counts = Object.fromEntries(
      [...Map.groupBy(results, ({ leftOut }) => leftOut ?? "applies")]
        .map(([why, tests]) => [why, tests.length] as const)
        .sort(([, a], [, b]) => b - a),
    );
    await expect(`${JSON.stringify(counts, null, 2)}\n`).toMatchFileSnapshot("conformance.counts.json");
  });
});
