/** Starts everything of one Assay process, and stops it in order. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type pg from "pg";
import { destination, pino } from "pino";
import {
  Access,
  apiKeyPrefix,
  ensureAdmin,
  ensureMarketplace,
  insertKey,
  keyScopes,
  marketplaceIds,
  newSecret,
  Sealer,
  secretHash,
} from "./access/index.ts";
import {
  ActionDelivery,
  actionCounts,
  addEndpoint,
  deleteEndpoint,
  listEndpoints,
  type Receiver,
} from "./actions/index.ts";
import { AuditSigner } from "./audit/index.ts";
import { queueSummary } from "./cases/index.ts";
import { type Config, loadConfig } from "./config/index.ts";
import { Database, type EmbeddedPostgres, migrate, startEmbedded } from "./db/index.ts";
import type { Deps } from "./deps.ts";
import { buildApp } from "./http/index.ts";
import { startWorker } from "./jobs/index.ts";
import { addToBank, Decoder, Inspector, PictureClasses, PictureMatcher, Pictures, TextModel } from "./measure/index.ts";
import { type Backlog, Metrics } from "./metrics.ts";
import { Pipeline } from "./pipeline.ts";
import { PolicyBook } from "./policies/index.ts";
import { type Broker, connectBroker, EventConsumer, publishAction } from "./stream/index.ts";
import { Texts } from "./texts.ts";
import { Voices } from "./voices.ts";

/** Connections of the flow itself, so that the desk's lists never hold up a decision. */
const hotPoolSize = 8;

/** Actions are tried again for so long, in hours, before they are given up. */
const pendingHours = 7 * 24;

/** The marketplace that a fresh installation starts with. */
export const firstMarketplace = "main";

export interface StartOptions extends Partial<Config> {
  /** A database that lives as long as the process. */
  throwaway?: boolean;
  /** Folder that pictures given by path are relative to; `assay check` only. */
  pathsIn?: string;
  /** Without background work: the caller measures by itself, and nothing is delivered. */
  idle?: boolean;
  /** Name of the first marketplace. */
  name?: string;
  /** Told what is being done, while it takes time. */
  onProgress?: (what: string) => void;
}

/** What works without listening: `assay check` and tests use it alone. */
export interface Engine {
  deps: Deps;
  connection: pg.ClientConfig;
  stop(): Promise<void>;
}

export interface RunningAssay extends Engine {
  app: FastifyInstance;
  url: string;
}

export async function startEngine(options: StartOptions = {}): Promise<Engine> {
  const { throwaway = false, idle = false, pathsIn, name = "Main", onProgress = () => {}, ...overrides } = options;
  const config = loadConfig(overrides);
  const log = pino({ level: config.logLevel, base: null }, destination({ fd: 2, sync: true }));
  let embedded: EmbeddedPostgres | undefined;
  let connection: pg.ClientConfig = { connectionString: config.databaseUrl };
  if (!config.databaseUrl || throwaway) {
    onProgress(existsSync(join(config.dataDir, "postgres")) ? "starting the database" : "setting up the database");
    embedded = await startEmbedded({ dir: config.dataDir, throwaway });
    connection = embedded.connection;
  }
  const stops: (() => unknown)[] = [() => embedded?.stop()];
  const stop = async () => {
    // In the opposite order of starting.
    for (const end of stops.splice(0).reverse()) await end();
  };
  try {
    await migrate(connection);
    const db = new Database(connection, config.poolSize);
    stops.push(() => db.close());
    const hot = new Database(connection, hotPoolSize, true);
    stops.push(() => hot.close());
    await ensureMarketplace(db.for(firstMarketplace), firstMarketplace, name);

    const policies = new PolicyBook(db);
    await policies.start(firstMarketplace);
    await policies.current(firstMarketplace); // what does not compile is told now
    const sealer = new Sealer(config.secretKey);
    const metrics = new Metrics();
    let broker: Broker | undefined;
    if (config.natsUrl && !idle) {
      onProgress("connecting to NATS");
      broker = await connectBroker({ url: config.natsUrl, replicas: config.natsReplicas });
      stops.push(() => broker?.close());
    }
    const delivery = new ActionDelivery({
      db,
      log,
      allow: config.allowPrivate,
      receivers: broker ? [streamReceiver(broker)] : [],
    });
    const decoder = new Decoder();
    const inspector = new Inspector();
    const pictures = new Pictures({
      folder: join(config.dataDir, "pictures"),
      decoder,
      inspector,
      allow: config.allowPrivate,
      ...(pathsIn !== undefined && { pathsIn }),
    });
    const model = config.textModel && (await TextModel.open(config.textModel));
    stops.push(() => model?.close());
    const texts = new Texts({ db: hot, policies, config, model });
    const copy = pictures.copy.bind(pictures);
    const classes = new PictureClasses({ db, sources: config.pictureClasses, copy });
    stops.push(() => classes.close());
    const matcher = new PictureMatcher(db, { maxHashes: config.maxHashes });
    const voices = new Voices({ db: hot, policies });
    const pipeline = new Pipeline({
      db: hot,
      policies,
      texts,
      classes,
      voices,
      onDecision: (decision) => {
        metrics.decided(decision);
        delivery.wake();
      },
      onStage: (stage, ms) => metrics.stageTook(stage, ms),
      onDetector: (detector, ms) => metrics.detectorTook(detector, ms),
      onDetectorError: (detector, error) => {
        metrics.detectorFailed(detector);
        log.error({ detector, err: error }, "a detector threw; its signal is unknown");
      },
    });
    metrics.watch(
      () => pipeline.depth,
      async () => Promise.all((await marketplaceIds(db)).map((marketplace) => backlogOf(db, marketplace))),
    );
    stops.push(() => decoder.close());
    stops.push(() => matcher.close());
    // Built again from the database beside everything else; a picture that comes sooner waits for it.
    if (!idle)
      void matcher.warm(await marketplaceIds(db)).catch((error) => log.warn({ err: error }, "hashes were not read"));
    const deps: Deps = {
      config,
      db,
      log,
      access: new Access(db, sealer),
      policies,
      pipeline,
      pictures,
      matcher,
      texts,
      classes,
      voices,
      delivery,
      metrics,
      sealer,
      auditSigner: new AuditSigner(config.auditKey, config.auditFolder),
    };
    stops.push(() => inspector.close());
    if (!idle) {
      const worker = await startWorker(connection, deps);
      stops.push(() => worker.stop());
      delivery.start();
      stops.push(() => delivery.stop());
      if (broker) {
        const submit = (body: unknown, marketplace: string) => pipeline.submit(body, marketplace);
        const isMarketplace = (id: string) => deps.access.isMarketplace(id);
        const consumer = new EventConsumer({ broker, log, database: connection, isMarketplace, submit });
        consumer.start();
        stops.push(() => consumer.stop());
      }
    }
    return { deps, connection, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function backlogOf(db: Database, marketplace: string): Promise<Backlog> {
  const q = db.for(marketplace);
  const [queues, { pending }] = await Promise.all([
    queueSummary(q, marketplace),
    actionCounts(q, marketplace, pendingHours),
  ]);
  return {
    marketplace,
    queues: queues.map(({ id, open, overdue, oldest_opened_at }) => ({
      queue: id,
      open,
      overdue,
      oldestSeconds: oldest_opened_at ? (Date.now() - oldest_opened_at.getTime()) / 1000 : 0,
    })),
    pendingActions: pending,
  };
}

const streamReceiver = (broker: Broker): Receiver => ({
  id: "stream",
  send: (marketplace, action, timeoutMs) => publishAction(broker, marketplace, action, timeoutMs),
});

export async function startAssay(options: StartOptions = {}): Promise<RunningAssay> {
  const engine = await startEngine(options);
  try {
    const app = await buildApp(engine.deps);
    const { host, port } = engine.deps.config;
    engine.deps.voices.address = engine.deps.config.publicUrl;
    const url = await app.listen({ host, port });
    engine.deps.voices.address ??= url;
    return {
      ...engine,
      app,
      url: engine.deps.config.publicUrl ?? url,
      async stop() {
        await app.close();
        await engine.stop();
      },
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

/** The installation's own API key: made at the first start, kept in the data folder for this machine's own tools. */
export async function ownApiKey({ deps }: Engine): Promise<string> {
  const file = join(deps.config.dataDir, "api_key");
  if (existsSync(file)) {
    const key = readFileSync(file, "utf8").trim();
    const owner = await deps.access.authenticate({
      method: "GET",
      headers: { authorization: `Bearer ${key}` },
      cookies: {},
    });
    if (owner) return key;
  }
  const key = newSecret(apiKeyPrefix);
  await insertKey(deps.db.for(firstMarketplace), firstMarketplace, {
    name: "first key",
    hash: secretHash(key),
    permissions: keyScopes,
  });
  mkdirSync(deps.config.dataDir, { recursive: true });
  writeFileSync(file, `${key}\n`, { mode: 0o600 });
  return key;
}

/** A one-time link that logs the first administrator in. */
export async function adminLink({ deps, url }: RunningAssay): Promise<string> {
  const token = await deps.db.transaction(firstMarketplace, (tx) => ensureAdmin(tx, firstMarketplace));
  return `${url}/login/${token}`;
}

/**
 * Points webhooks at the example marketplace, in place of where it was before.
 * @returns the secret that they are signed with
 */
export async function addDemoEndpoint({ deps }: RunningAssay, url: string): Promise<string> {
  return deps.db.transaction(firstMarketplace, async (tx) => {
    for (const endpoint of await listEndpoints(tx, firstMarketplace)) {
      if (endpoint.url.endsWith(new URL(url).pathname)) await deleteEndpoint(tx, firstMarketplace, endpoint.id);
    }
    return (await addEndpoint(tx, firstMarketplace, url)).secret!;
  });
}

/**
 * Adds a picture by its address to a bank of known pictures.
 * @returns false when it could not be had, or says too little to be recognised
 */
export async function addPictureToBank(
  { deps }: Engine,
  { bank, label, url }: { bank: string; label: string; url: string },
): Promise<boolean> {
  const had = await deps.pictures.get({ url });
  if (!had.ok) return false;
  const { picture_hashes: hashes } = await deps.pictures.measure(had.value.bytes);
  const hash = hashes.state === "done" ? hashes.value.pdq[0] : undefined;
  if (hash === undefined) return false;
  await addToBank(deps.db.for(firstMarketplace), firstMarketplace, { bank, label, hash, addedBy: "start" });
  return true;
}

/** A folder name that nobody else has. */
export const throwawayName = (): string => `assay-${randomBytes(6).toString("hex")}`;
