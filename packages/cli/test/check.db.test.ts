import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Decision } from "@assay/contract";
import { afterAll, expect, test } from "vitest";

const main = new URL("../src/main.ts", import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), "assay-check-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The command as a person runs it, in a process of its own. */
function assay(args: string[], input = ""): Promise<{ status: number | null; out: string; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [main, ...args], { cwd: folder });
    let out = "";
    let said = "";
    child.stdout.on("data", (chunk) => (out += chunk));
    child.stderr.on("data", (chunk) => (said += chunk));
    child.on("close", (status) => resolve({ status, out, said }));
    child.stdin.end(input);
  });
}

test("a CSV of ads with past decisions: one decision a line, in order, and a report that holds no foreign markup", async () => {
  writeFileSync(
    join(folder, "ads.csv"),
    [
      "id,title,description,price,status",
      '1,Vélo de ville,"Bon état, visible à Lyon",120 €,online',
      '2,<script>alert(1)</script>,"Appelez le zéro six 39 98 01 02",80 €,online',
      '3,Lampe,"Bon état",15 €,rejected',
    ].join("\n"),
  );
  const { status, out, said } = await assay(["check", "ads.csv", "--incumbent", "status", "--report", "report.html"]);
  expect(said).toContain("3 lines");
  const decisions = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Decision);
  expect(decisions.map((decision) => decision.subject.id)).toEqual(["1", "2", "3"]);
  expect(decisions.map((decision) => decision.visibility)).toEqual(["visible", "masked", "visible"]);
  expect(decisions[1]!.signals.find((signal) => signal.detector === "text_contact_details")!.evidence[0]).toMatchObject(
    {
      field: "description",
      start: 11,
      value: "+33639980102",
    },
  );
  const report = readFileSync(join(folder, "report.html"), "utf8");
  expect(report).toContain("<mark");
  expect(report).toContain("Published with parts hidden");
  expect(report).toContain("Refused then, approved by Assay");
  expect(report).not.toContain("<script>");
  expect(status).toBe(0);
}, 120_000);

test("standard input: a bad line stands in its place with its number, the others are decided, and the status is 1", async () => {
  const event = (id: string) =>
    JSON.stringify({
      id,
      type: "listing.created",
      time: "2026-11-01T00:00:00Z",
      data: { id, seller: "s", title: "Lamp" },
    });
  const { status, out } = await assay(["check", "-"], `${event("a")}\nnot json\n${event("b")}\n${event("a")}\n`);
  const answers = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(answers.map((answer) => answer.event_id ?? [answer.line, answer.error.code])).toEqual([
    "a",
    [2, "invalid_json"],
    "b",
    "a",
  ]);
  expect(status).toBe(1);
}, 120_000);

test("a file that is not there, and a command that is not, say so", async () => {
  expect(await assay(["check", "nowhere.jsonl"])).toMatchObject({
    status: 1,
    said: expect.stringContaining("no such file"),
  });
  expect(await assay(["chekc"])).toMatchObject({ status: 1, said: expect.stringContaining("Did you mean check?") });
}, 60_000);
