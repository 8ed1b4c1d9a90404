/** Policies as files: what is pulled is what is in force, to the byte; what is pushed waits for a second person. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { starterPolicies } from "@assay/policy";
import { afterAll, beforeAll, expect, test } from "vitest";
import { detectors } from "../../detectors/src/index.ts";
import { type RunningServer, runServer } from "./server.ts";

let server: RunningServer;
beforeAll(async () => {
  server = await runServer();
}, 300_000);
const folder = mkdtempSync(join(tmpdir(), "assay-policies-"));
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});
const file = (name: string) => join(folder, name);

test("pull, diff, push", async () => {
  const { assay } = server;
  expect((await assay("policies", "pull", folder)).status).toBe(0);
  for (const { stage, source } of starterPolicies(detectors)) {
    expect(readFileSync(file(`${stage}.yaml`), "utf8")).toBe(source);
  }
  expect(await assay("policies", "diff", folder)).toMatchObject({
    status: 0,
    said: expect.stringContaining("no differences"),
  });

  const text = readFileSync(file("review.yaml"), "utf8");
  writeFileSync(
    file("review.yaml"),
    `${text.trimEnd()}\n\n  - id: five-stars\n    when: review.rating > 6\n    then: { reason: fake_review, queue: reviews }\n`,
  );
  const diff = await assay("policies", "diff", file("review.yaml"));
  expect([diff.status, diff.out]).toEqual([1, expect.stringContaining("+ five-stars (live): review.rating > 6")]);
  expect((await assay("policies", "pull", folder)).said).toContain("was left alone; --force overwrites it");

  const pushed = await assay("policies", "push", folder, "--message", "Odd ratings");
  expect(pushed).toMatchObject({ status: 0, out: expect.stringMatching(/^dra_\w+\n$/) });
  expect(pushed.said).toContain("a second person puts it in force");

  writeFileSync(file("review.yaml"), text.replace("signals.text_scam.found", "signals.text_scan.found"));
  const wrong = await assay("policies", "push", folder);
  expect([wrong.status, wrong.said]).toEqual([1, expect.stringContaining('did you mean "text_scam"?')]);
}, 300_000);

test("examples run without a server; a rule without any is a problem", () => {
  const main = new URL("../src/main.ts", import.meta.url).pathname;
  const assay = (...args: string[]) => {
    const { status, stdout: out, stderr: said } = spawnSync(process.execPath, [main, ...args], { encoding: "utf8" });
    return { status, out, said };
  };
  const own = assay("policies", "test");
  expect([own.status, own.out]).toEqual([0, ""]);
  expect(own.said).toMatch(/listing: \d+ hits, \d+ misses, 0 problems/);
  writeFileSync(
    file("listing.yaml"),
    "policy: listing\nrules:\n  - id: a\n    when: account.id in lists.ours\n    then: { outcome: refuse, reason: scam }\n",
  );
  const lacking = assay("policies", "test", file("listing.yaml"));
  expect([lacking.status, lacking.out]).toEqual([1, expect.stringContaining('the rule "a" has no examples')]);
  writeFileSync(
    file("listing.tests.yaml"),
    `examples:
  - rule: a
    hits: [{ account: { id: x }, lists: { ours: [x] }, outcome: refuse }]
    misses: [{ account: { id: y }, lists: { ours: [x] } }]
`,
  );
  expect(assay("policies", "test", file("listing.yaml")).said).toContain("1 hits, 1 misses, 0 problems");
  expect(assay("policies", "test", file("odd.yaml")).said).toContain("is named after its stage");
}, 300_000);
