/** The one place that reads the environment. */
import { availableParallelism } from "node:os";
import { resolve } from "node:path";

export interface Config {
  /** Folder for the embedded database and the pictures. */
  dataDir: string;
  /** A PostgreSQL of yours; without it Assay runs its own in `dataDir`. */
  databaseUrl: string | undefined;
  /** NATS servers (`nats://host:port`, several by commas) that events come from and actions go to; without it, HTTP alone. */
  natsUrl: string | undefined;
  /** Copies of each stream in a NATS cluster. */
  natsReplicas: number;
  host: string;
  /** 0 takes any free port. */
  port: number;
  /** Address under which people and marketplaces reach Assay; for links in statements and login links. */
  publicUrl: string | undefined;
  /** How long a person's decision can be undone before it takes effect, in ms. */
  undoHoldMs: number;
  /** How long a case stays claimed without activity, in ms. */
  claimMs: number;
  /** `host:port` pairs on private addresses that pictures may come from and webhooks may go to. */
  allowPrivate: readonly string[];
  /** Connections to PostgreSQL. */
  poolSize: number;
  logLevel: string;
  /** Cookies are sent over HTTPS only. */
  secureCookies: boolean;
}

/** @param overrides what the command line said; it wins over the environment. */
export function loadConfig(overrides: Partial<Config> = {}): Config {
  const env = process.env;
  const given = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
  return {
    dataDir: resolve(env.ASSAY_DATA ?? ".assay"),
    databaseUrl: env.DATABASE_URL || undefined,
    natsUrl: env.ASSAY_NATS_URL || undefined,
    natsReplicas: Number(env.ASSAY_NATS_REPLICAS ?? 1),
    host: env.ASSAY_HOST ?? "127.0.0.1",
    port: Number(env.ASSAY_PORT ?? 4600),
    publicUrl: env.ASSAY_PUBLIC_URL || undefined,
    undoHoldMs: Number(env.ASSAY_UNDO_HOLD_MS ?? 8000),
    claimMs: 10 * 60_000,
    allowPrivate: (env.ASSAY_ALLOW_PRIVATE ?? "").split(",").filter(Boolean),
    poolSize: Number(env.ASSAY_POOL_SIZE ?? Math.max(8, availableParallelism() * 4)),
    logLevel: env.ASSAY_LOG_LEVEL ?? "info",
    secureCookies: (env.ASSAY_PUBLIC_URL ?? "").startsWith("https:"),
    ...given,
  };
}
