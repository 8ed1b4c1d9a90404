/** The one place that reads the environment. */
import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { type ClassSourceConfig, readPictureClasses } from "./picture_classes.ts";

/** A language model that reviews texts, where an operator has one; each marketplace switches it on for itself. */
export interface ReviewerConfig {
  protocol: "openai_chat" | "openai_moderation" | "anthropic_messages";
  /** Base address, such as `http://127.0.0.1:8080/v1/`. */
  url: string;
  model: string;
  apiKey: string;
  /** Longest wait for one review, in ms. */
  timeoutMs: number;
  /** Most reviews and tokens of a marketplace a day (UTC). */
  reviewsPerDay: number;
  tokensPerDay: number;
}

/** A text model of the operator's own, in a folder; see docs/models.md. */
export interface TextModelConfig {
  folder: string;
  /** Longest that one subject's texts may take, loading the model included, in ms. */
  timeoutMs: number;
}

/** The identity provider that people may log in by. */
export interface OidcConfig {
  /** Issuer, such as `https://login.example.org/realms/desk`; over HTTPS, or on this machine. */
  issuer: string;
  clientId: string;
  clientSecret: string | undefined;
  /** As the button names it. */
  name: string;
  /** Addresses count although the provider does not say that it verified them. */
  trustEmail: boolean;
  /** Nobody logs in by password. */
  only: boolean;
}

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
  /** Proxies whose `X-Forwarded-For` is believed: their addresses or networks, by commas; without it the connection's address counts. */
  trustProxy: string | undefined;
  /** Address under which people and marketplaces reach Assay; for links in statements and login links. */
  publicUrl: string | undefined;
  /** How long a person's decision can be undone before it takes effect, in ms. */
  undoHoldMs: number;
  /** How long a case stays claimed without activity, in ms. */
  claimMs: number;
  /** `host:port` pairs on private addresses that pictures may come from and webhooks may go to. */
  allowPrivate: readonly string[];
  /** Hashes of parts of pictures that are held in memory for each marketplace, 48 a picture and 117 bytes each; the oldest go first. */
  maxHashes: number;
  /** Connections to PostgreSQL. */
  poolSize: number;
  oidc: OidcConfig | undefined;
  /** File of the installation's key (32 bytes, base64) that stored secrets are sealed with; made when it is not there. */
  secretKey: string;
  /** Ed25519 private key (PEM) that the audit log's heads are signed with; made when it is not there. */
  auditKey: string;
  /** Folder that signed heads are written to, a file a marketplace; best one that the database's owner cannot write. */
  auditFolder: string;
  reviewer: ReviewerConfig | undefined;
  /** The Commission's DSA transparency database, where the operator has a token of it; `url` ends in `/`. */
  dsa: { url: string; token: string } | undefined;
  textModel: TextModelConfig | undefined;
  /** Who looks at pictures for symbols, weapons, drugs and the like; nobody unless a file says so. */
  pictureClasses: readonly ClassSourceConfig[];
  logLevel: string;
  /** Cookies are sent over HTTPS only. */
  secureCookies: boolean;
}

/** @param overrides what the command line said; it wins over the environment. */
export function loadConfig(overrides: Partial<Config> = {}): Config {
  const env = process.env;
  const given = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
  const dataDir = overrides.dataDir ?? resolve(env.ASSAY_DATA ?? ".assay");
  return {
    dataDir,
    databaseUrl: env.DATABASE_URL || undefined,
    natsUrl: env.ASSAY_NATS_URL || undefined,
    natsReplicas: Number(env.ASSAY_NATS_REPLICAS ?? 1),
    host: env.ASSAY_HOST ?? "127.0.0.1",
    port: Number(env.ASSAY_PORT ?? 4600),
    trustProxy: env.ASSAY_TRUST_PROXY || undefined,
    publicUrl: env.ASSAY_PUBLIC_URL || undefined,
    undoHoldMs: Number(env.ASSAY_UNDO_HOLD_MS ?? 8000),
    claimMs: 10 * 60_000,
    allowPrivate: (env.ASSAY_ALLOW_PRIVATE ?? "").split(",").filter(Boolean),
    maxHashes: Number(env.ASSAY_MAX_HASHES ?? 10_000_000),
    poolSize: Number(env.ASSAY_POOL_SIZE ?? Math.max(8, availableParallelism() * 4)),
    oidc: oidcOf(env),
    secretKey: env.ASSAY_SECRET_KEY_FILE || join(dataDir, "secret_key"),
    auditKey: env.ASSAY_AUDIT_KEY || join(dataDir, "audit_key.pem"),
    auditFolder: env.ASSAY_AUDIT_FOLDER || join(dataDir, "audit"),
    reviewer: reviewerOf(env),
    dsa: env.ASSAY_DSA_TOKEN
      ? { url: env.ASSAY_DSA_URL || "https://transparency.dsa.ec.europa.eu/api/v1/", token: env.ASSAY_DSA_TOKEN }
      : undefined,
    textModel: env.ASSAY_TEXT_MODEL
      ? {
          folder: resolve(env.ASSAY_TEXT_MODEL),
          timeoutMs: positive(env, "ASSAY_TEXT_MODEL_TIMEOUT_MS", 10_000),
        }
      : undefined,
    pictureClasses: env.ASSAY_PICTURE_CLASSES ? readPictureClasses(resolve(env.ASSAY_PICTURE_CLASSES), env) : [],
    logLevel: env.ASSAY_LOG_LEVEL ?? "info",
    secureCookies: (env.ASSAY_PUBLIC_URL ?? "").startsWith("https:"),
    ...given,
  };
}

const protocols = ["openai_chat", "openai_moderation", "anthropic_messages"] as const;

/** @throws Error where what is given makes no reviewer: a server that starts without one that was asked for would let things pass */
function reviewerOf(env: NodeJS.ProcessEnv): ReviewerConfig | undefined {
  const url = env.ASSAY_REVIEWER_URL;
  if (!url) return undefined;
  const protocol = protocols.find((name) => name === (env.ASSAY_REVIEWER_PROTOCOL ?? "openai_chat"));
  if (!protocol) throw new Error(`ASSAY_REVIEWER_PROTOCOL is one of ${protocols.join(", ")}`);
  if (!URL.canParse(url)) throw new Error("ASSAY_REVIEWER_URL is no address; write it as http://127.0.0.1:8080/v1/");
  const model = env.ASSAY_REVIEWER_MODEL;
  if (!model) throw new Error("ASSAY_REVIEWER_MODEL is missing: the name of the model, as its server knows it");
  return {
    protocol,
    url: url.endsWith("/") ? url : `${url}/`,
    model,
    apiKey: env.ASSAY_REVIEWER_API_KEY ?? "",
    timeoutMs: positive(env, "ASSAY_REVIEWER_TIMEOUT_MS", 20_000),
    reviewsPerDay: positive(env, "ASSAY_REVIEWER_PER_DAY", 1_000),
    tokensPerDay: positive(env, "ASSAY_REVIEWER_TOKENS_PER_DAY", 5_000_000),
  };
}

/** @throws Error where what is given makes no provider: people would not get in */
function oidcOf(env: NodeJS.ProcessEnv): OidcConfig | undefined {
  const issuer = env.ASSAY_OIDC_ISSUER;
  if (!issuer) return undefined;
  const url = URL.canParse(issuer) ? new URL(issuer) : undefined;
  const local = ["127.0.0.1", "[::1]", "localhost"].includes(url?.hostname ?? "");
  if (url?.protocol !== "https:" && !(url?.protocol === "http:" && local))
    throw new Error("ASSAY_OIDC_ISSUER is no https: address; write it as https://login.example.org/realms/desk");
  const clientId = env.ASSAY_OIDC_CLIENT_ID;
  if (!clientId) throw new Error("ASSAY_OIDC_CLIENT_ID is missing: the id under which the provider knows Assay");
  return {
    issuer,
    clientId,
    clientSecret: env.ASSAY_OIDC_CLIENT_SECRET || undefined,
    name: env.ASSAY_OIDC_NAME || url.hostname,
    trustEmail: env.ASSAY_OIDC_TRUST_EMAIL === "1",
    only: env.ASSAY_OIDC_ONLY === "1",
  };
}

function positive(env: NodeJS.ProcessEnv, name: string, otherwise: number): number {
  const value = Number(env[name] ?? otherwise);
  if (!Number.isSafeInteger(value) || value <= 0) throw new Error(`${name} is a whole number above 0`);
  return value;
}
