/** What the entry points are handed: made once in `start.ts`. */
import type { Logger } from "pino";
import type { Access, Sealer } from "./access/index.ts";
import type { ActionDelivery } from "./actions/index.ts";
import type { AuditSigner } from "./audit/index.ts";
import type { Config } from "./config/index.ts";
import type { Database } from "./db/index.ts";
import type { PictureClasses, PictureMatcher, Pictures } from "./measure/index.ts";
import type { Metrics } from "./metrics.ts";
import type { Pipeline } from "./pipeline.ts";
import type { PolicyBook } from "./policies/index.ts";
import type { Texts } from "./texts.ts";
import type { Voices } from "./voices.ts";

export interface Deps {
  config: Config;
  db: Database;
  log: Logger;
  access: Access;
  policies: PolicyBook;
  pipeline: Pipeline;
  pictures: Pictures;
  texts: Texts;
  classes: PictureClasses;
  voices: Voices;
  matcher: PictureMatcher;
  delivery: ActionDelivery;
  metrics: Metrics;
  auditSigner: AuditSigner;
  sealer: Sealer;
}
