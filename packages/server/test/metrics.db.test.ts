/** What the dashboard and the alerts ask for is there, and says what happened. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { parse } from "yaml";
import { ownApiKey, type RunningAssay, startAssay } from "../src/start.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-metrics-"));
let assay: RunningAssay;
afterAll(async () => {
  await assay?.stop();
  rmSync(folder, { recursive: true, force: true });
});
const docs = join(import.meta.dirname, "../../../docs");
const read = (name: string) => readFileSync(join(docs, name), "utf8");

test("every metric that the dashboard, the alerts and the docs name is exported", async () => {
  assay = await startAssay({ throwaway: true, dataDir: folder, port: 0, logLevel: "silent" });
  const event = {
    id: "e1",
    type: "listing.created",
    time: new Date().toISOString(),
    data: { id: "l1", seller: "s1", title: "A desk", description: "Oak, four drawers", category: "furniture" },
  };
  const key = await ownApiKey(assay);
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  const sent = await fetch(`${assay.url}/v1/events`, { method: "POST", headers, body: JSON.stringify(event) });
  expect(sent.status).toBe(200);
  const text = await (await fetch(`${assay.url}/metrics`)).text();
  const there = new Set([...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name));

  const dashboard = JSON.parse(read("observability/grafana.json")) as { panels: { targets: { expr: string }[] }[] };
  const alerts = parse(read("observability/alerts.yaml")) as {
    groups: { rules: { alert: string; expr: string; annotations: Record<string, string> }[] }[];
  };
  const rules = alerts.groups.flatMap((group) => group.rules);
  const expressions = [
    ...dashboard.panels.flatMap((panel) => panel.targets.map(({ expr }) => expr)),
    ...rules.map(({ expr }) => expr),
  ];
  const named = (source: string) => [...source.matchAll(/\b(?:assay|nodejs|process)_\w+/g)].map(([name]) => name);
  const bare = (name: string) => name.replace(/_(?:bucket|count|sum)$/, "");
  const asked = new Set(expressions.flatMap(named).map(bare));
  expect([...asked].filter((name) => !there.has(name))).toEqual([]);
  expect(asked.size).toBeGreaterThan(10);
  for (const rule of rules) expect(rule.annotations["what_to_do"], rule.alert).toBeTruthy();
  const documented = new Set(named(read("observability.md")).map(bare));
  const own = [...there].filter((name) => name!.startsWith("assay_"));
  expect(own.filter((name) => !documented.has(name!))).toEqual([]);

  // And they say what happened.
  expect(text).toMatch(/assay_decisions_total\{kind="listing",outcome="\w+",mode="\w+"\} 1/);
  expect(text).toMatch(/assay_stage_seconds_count\{stage="commit"\} [1-9]/);
  expect(text).toMatch(/assay_detector_seconds_count\{detector="text_contact_details"\} [1-9]/);
  expect(text).toMatch(/assay_signals_total\{detector="text_contact_details",state="clear"\} 1/);
  expect(text).toMatch(/assay_http_request_seconds_count\{method="POST",route="\/v1\/events",status="200"\} 1/);
  expect(text).toMatch(/assay_pending_actions\{marketplace="main"\} \d/);
});
