import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { Database } from "../src/db/index.ts";

export interface TestDatabase {
  db: Database;
  /** As the owner, whom row-level security does not bind. */
  owner: pg.Client;
  connection: pg.ClientConfig;
  drop(): Promise<void>;
}

/** A database of the test's own, cloned from the migrated template. Call `drop` in `afterAll`. */
export async function testDatabase(): Promise<TestDatabase> {
  const { connection, template } = inject("postgres");
  const name = `assay_test_${randomBytes(6).toString("hex")}`;
  const admin = new pg.Client(connection);
  await admin.connect();
  await admin.query(`create database ${name} template ${template}`);
  const own = { ...connection, database: name };
  const owner = new pg.Client(own);
  await owner.connect();
  await owner.query("set search_path = assay");
  const db = new Database(own, 6);
  return {
    db,
    owner,
    connection: own,
    async drop() {
      await db.close();
      await owner.end();
      // Without `force`: a connection left open is a leak that the test must show.
      await admin.query(`drop database ${name}`);
      await admin.end();
    },
  };
}
