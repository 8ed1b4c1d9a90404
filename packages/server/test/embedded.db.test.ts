import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { startEmbedded } from "../src/db/index.ts";

const dir = join(tmpdir(), `assay-owners-${randomBytes(4).toString("hex")}`);
afterAll(() => rmSync(dir, { recursive: true, force: true }));

async function ask(connection: pg.ClientConfig, text: string): Promise<unknown[]> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test("one folder has one owner; what was stored is there again; a folder made anew starts empty", async () => {
  const first = await startEmbedded({ dir });
  await ask(first.connection, "create table kept (n int); insert into kept values (7)");
  await expect(startEmbedded({ dir })).rejects.toThrow(/Another Assay is running on .*--data DIR/);
  await first.stop();

  const second = await startEmbedded({ dir });
  expect(second.attached).toBe(false);
  expect(await ask(second.connection, "select n from kept")).toEqual([{ n: 7 }]);

  // The folder is deleted under the running server, as `rm -r .assay` would.
  rmSync(dir, { recursive: true, force: true });
  const third = await startEmbedded({ dir });
  await expect(ask(third.connection, "select n from kept")).rejects.toThrow(/does not exist/);
  await third.stop();
  await second.stop();
}, 120_000);
