import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type RunningServer, runServer } from "./server.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-lists-"));
let server: RunningServer;
beforeAll(async () => {
  server = await runServer();
}, 120_000);
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

test("lists are filled, looked at, previewed, written out and emptied from the command line", async () => {
  const { assay } = server;
  expect((await assay("trigger", "listing.created")).status).toBe(0);
  const file = join(folder, "phones.csv");
  writeFileSync(
    file,
    'value,reason,expires_at\n06 39 98 01 02,"fake, courier",2099-01-01T00:00:00Z\n+33 6 39 98 01 03,,\n',
  );

  const looked = await assay("lists", "preview", "blocked_phones", file, "--country", "FR");
  expect(looked.out).toMatch(/2 entries, 2 new; of the last 1 stored, 0 hold/);

  const imported = await assay("lists", "import", "blocked_phones", file, "--country", "FR", "--source", "partner");
  expect([imported.status, imported.said]).toEqual([0, expect.stringContaining("2 read, 2 new")]);
  expect((await assay("lists", "add", "blocked_words", "hydra vape")).status).toBe(0);
  const bad = await assay("lists", "add", "blocked_phones", "none");
  expect([bad.status, bad.said]).toEqual([1, expect.stringContaining("not a telephone number")]);
  writeFileSync(join(folder, "some.txt"), "+33639980104\nnone\n");
  const some = await assay("lists", "import", "blocked_phones", join(folder, "some.txt"), "--skip-refused");
  expect([some.status, some.said]).toEqual([1, expect.stringContaining('left out "none"')]);

  expect((await assay("lists", "ls")).out).toMatch(/blocked_phones +phone +3/);
  const out = (await assay("lists", "export", "blocked_phones")).out;
  expect(out.split("\n")[0]).toBe("value,kind,reason,note,expires_at");
  expect(out).toContain('+33639980102,phone,"fake, courier",,2099-01-01T00:00:00.000Z');
  writeFileSync(file, out);
  expect((await assay("lists", "import", "blocked_phones", file)).said).toContain("3 read, 0 new");

  expect((await assay("lists", "remove", "blocked_phones", "+33639980103")).said).toContain("1 taken out");
  expect((await assay("lists", "ls", "blocked_phones")).out).not.toContain("+33639980103");
  expect(readFileSync(file, "utf8")).toContain("+33639980103");
});
