/**
 * Once a test run: a real PostgreSQL with a migrated template that each test file clones.
 * Embedded by default; `ASSAY_TEST_DATABASE_URL` names a server to use instead (a role that may create databases).
 */
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { migrate, startEmbedded } from "../src/db/index.ts";

declare module "vitest" {
  export interface ProvidedContext {
    postgres: { connection: pg.ClientConfig; template: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const url = process.env.ASSAY_TEST_DATABASE_URL;
  const embedded = url
    ? undefined
    : await startEmbedded({ dir: join(tmpdir(), `assay-test-${randomBytes(4).toString("hex")}`), throwaway: true });
  const connection: pg.ClientConfig = embedded ? embedded.connection : connectionOf(url!);
  const template = `assay_template_${process.pid}`;
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(`create database ${template}`);
  await migrate({ ...connection, database: template });
  project.provide("postgres", { connection, template });
  return async () => {
    await client.query(`drop database if exists ${template}`);
    await client.end();
    await embedded?.stop();
  };
}

function connectionOf(url: string): pg.ClientConfig {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  return {
    host: searchParams.get("host") ?? decodeURIComponent(hostname),
    port: Number(port || 5432),
    user: decodeURIComponent(username) || "postgres",
    ...(password && { password: decodeURIComponent(password) }),
    database: pathname.slice(1) || "postgres",
  };
}
