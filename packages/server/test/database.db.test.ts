import { afterAll, expect, test } from "vitest";
import { testDatabase } from "./database.ts";

const database = await testDatabase();
afterAll(() => database.drop());

test("the server's role is neither owner nor superuser", async () => {
  const [role] = await database.db.query<{ name: string; super: boolean; bypass: boolean }>(
    "a",
    "select current_user as name, rolsuper as super, rolbypassrls as bypass from pg_roles where rolname = current_user",
  );
  expect(role).toEqual({ name: "assay_app", super: false, bypass: false });
});

test("a row of one marketplace does not exist for another", async () => {
  const insert =
    "insert into policies (marketplace, stage, version, source, author) values ($1, 'listing', 1, '', 'x')";
  await database.db.query("a", insert, ["a"]);
  expect(await database.db.query("a", "select stage from policies")).toHaveLength(1);
  expect(await database.db.query("b", "select stage from policies")).toHaveLength(0);
  await expect(database.db.query("b", insert, ["a"])).rejects.toThrow(/row-level security/);
});

test("a transaction that fails leaves nothing", async () => {
  const run = database.db.transaction("a", async (tx) => {
    await tx.query("insert into list_entries (marketplace, list, value, added_by) values ('a', 'l', 'v', 'x')");
    throw new Error("stop");
  });
  await expect(run).rejects.toThrow("stop");
  expect(await database.db.query("a", "select 1 from list_entries")).toHaveLength(0);
});
