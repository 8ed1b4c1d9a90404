/** A whole server without a socket, on a database of the test's own: `inject` asks it as HTTP would. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Decision, Me, Role } from "@assay/contract";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import { pino } from "pino";
import {
  Access,
  apiKeyPrefix,
  csrfHeader,
  ensureMarketplace,
  insertKey,
  inviteUser,
  type NewKey,
  newSecret,
  Sealer,
  secretHash,
  sessionCookie,
} from "../src/access/index.ts";
import { ActionDelivery, type DeliveryOptions } from "../src/actions/index.ts";
import { AuditSigner } from "../src/audit/index.ts";
import { type Config, loadConfig } from "../src/config/index.ts";
import type { Deps } from "../src/deps.ts";
import { buildApp } from "../src/http/index.ts";
import { Decoder, Inspector, PictureClasses, PictureMatcher, Pictures, TextModel } from "../src/measure/index.ts";
import { Metrics } from "../src/metrics.ts";
import { Pipeline } from "../src/pipeline.ts";
import { PolicyBook } from "../src/policies/index.ts";
import { Texts } from "../src/texts.ts";
import { Voices } from "../src/voices.ts";
import { type TestDatabase, testDatabase } from "./database.ts";

interface Answer<T = unknown> {
  status: number;
  body: T;
  headers: Record<string, string | string[] | number | undefined>;
}

/** Asks the API in one person's or one key's name. */
type Ask = <T = Record<string, unknown>>(method: string, path: string, body?: unknown) => Promise<Answer<T>>;

export interface TestDesk {
  database: TestDatabase;
  deps: Deps;
  app: FastifyInstance;
  /** By a key of a marketplace. */
  asKey(marketplace?: string, more?: Partial<NewKey>): Promise<Ask>;
  /** By a new person with these roles. */
  asUser(roles: Role[], marketplace?: string): Promise<{ ask: Ask; id: string; cookie: string }>;
  /** By nobody. */
  asNobody: Ask;
  /** Sends a listing of marketplace `a`. Titles that begin with Review go to a person, with Refuse nowhere, others up. */
  sendListing(listing: { id: string; title: string; seller?: string; revision?: number }): Promise<Decision>;
  /** Sends a new listing that goes to a person, and answers its case. */
  openCase(seller?: string): Promise<{ decision: Decision; caseId: string; listing: string }>;
  /** Uploads a file in the name of whoever has the cookie. */
  upload(cookie: string, bytes: Buffer): Promise<LightMyRequestResponse>;
  close(): Promise<void>;
}

/** Depends on no detector: what is tested here begins when a case is open. */
const listingPolicy = `policy: listing
rules:
  - id: look-at-it
    when: listing.title.startsWith("Review")
    then: { outcome: review, queue: pricing, priority: 70, reason: price_bait }
    unknown: ignore
  - id: never
    when: listing.title.startsWith("Refuse")
    then: { outcome: refuse, reason: prohibited_item }
    unknown: ignore
`;

export async function testDesk(
  config: Partial<Config> = {},
  delivery: Partial<DeliveryOptions> = {},
): Promise<TestDesk> {
  const database = await testDatabase();
  const { db } = database;
  const folder = mkdtempSync(join(tmpdir(), "assay-desk-"));
  const log = pino({ level: "silent" });
  const policies = new PolicyBook(db);
  const decoder = new Decoder();
  const inspector = new Inspector();
  const settled = loadConfig({ dataDir: folder, logLevel: "silent", ...config });
  const model = settled.textModel && (await TextModel.open(settled.textModel));
  const texts = new Texts({ db, policies, config: settled, model });
  const voices = new Voices({ db, policies, address: "http://desk.test" });
  const matcher = new PictureMatcher(db);
  const pictures = new Pictures({ folder: join(folder, "pictures"), decoder, inspector });
  const copy = pictures.copy.bind(pictures);
  const classes = new PictureClasses({ db, sources: settled.pictureClasses, copy });
  const sealer = new Sealer(settled.secretKey);
  const deps: Deps = {
    config: settled,
    db,
    log,
    access: new Access(db, sealer),
    policies,
    pipeline: new Pipeline({ db, policies, texts, classes, voices }),
    texts,
    classes,
    voices,
    pictures,
    matcher,
    delivery: new ActionDelivery({ db, log, allow: [], pollMs: 20, ...delivery }),
    metrics: new Metrics(),
    sealer,
    auditSigner: new AuditSigner(settled.auditKey, settled.auditFolder),
  };
  const known = new Set<string>();
  async function ensure(marketplace: string) {
    if (known.has(marketplace)) return;
    known.add(marketplace);
    await ensureMarketplace(db.for(marketplace), marketplace, `Market ${marketplace}`);
    await policies.save(marketplace, "listing", listingPolicy, "test");
  }
  await ensure("a");
  const app = await buildApp(deps);
  await app.ready();

  const asking =
    (headers: Record<string, string>): Ask =>
    async <T>(method: string, path: string, body?: unknown) => {
      const payload = body === undefined ? {} : { payload: body as NonNullable<InjectOptions["payload"]> };
      const response = await app.inject({ method: method as "GET", url: path, headers, ...payload });
      let parsed: unknown = response.body;
      if (String(response.headers["content-type"]).includes("json")) parsed = JSON.parse(response.body);
      return { status: response.statusCode, body: parsed as T, headers: response.headers };
    };

  async function asKey(marketplace = "a", more: Partial<NewKey> = {}): Promise<Ask> {
    await ensure(marketplace);
    const key = newSecret(apiKeyPrefix);
    await insertKey(db.for(marketplace), marketplace, { name: "test", hash: secretHash(key), ...more });
    return asking({ authorization: `Bearer ${key}` });
  }

  let people = 0;
  async function asUser(roles: Role[], marketplace = "a") {
    await ensure(marketplace);
    const email = `person${++people}@example.org`;
    const { token } = await db.transaction(marketplace, (tx) =>
      inviteUser(tx, marketplace, { email, name: `Person ${people}`, roles }),
    );
    const response = await app.inject({ method: "POST", url: "/v1/login/link", payload: { token } });
    const session = response.cookies.find((cookie) => cookie.name === sessionCookie)!.value;
    const cookie = `${sessionCookie}=${session}`;
    return { ask: asking({ cookie, [csrfHeader]: "1" }), id: response.json<Me>().user.id, cookie };
  }

  let sent = 0;
  function sendListing({ id, title, seller = "s1", revision = 1 }: Parameters<TestDesk["sendListing"]>[0]) {
    const price = { amount: 120, currency: "EUR" };
    const data = { id, revision, seller, title, category: "furniture", price };
    const event = { id: `e${++sent}`, type: "listing.created", time: new Date().toISOString(), data };
    return deps.pipeline.submit(event, "a");
  }

  async function openCase(seller?: string) {
    const listing = `l${sent + 1}`;
    const decision = await sendListing({ id: listing, title: "Review this desk", ...(seller && { seller }) });
    return { decision, caseId: decision.cases[0]!, listing };
  }

  async function upload(cookie: string, bytes: Buffer) {
    const form = new FormData();
    form.set("file", new Blob([new Uint8Array(bytes)]), "picture");
    const encoded = new Response(form);
    return app.inject({
      method: "POST",
      url: "/v1/pictures",
      headers: { cookie, [csrfHeader]: "1", "content-type": encoded.headers.get("content-type")! },
      payload: Buffer.from(await encoded.arrayBuffer()),
    });
  }

  return {
    upload,
    database,
    deps,
    app,
    asKey,
    asUser,
    asNobody: asking({}),
    sendListing,
    openCase,
    async close() {
      await deps.delivery.stop();
      await app.close();
      await decoder.close();
      classes.close();
      inspector.close();
      await matcher.close();
      model?.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
