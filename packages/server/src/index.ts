/** What the command line and the tools of this repository use of the server. */

export { type SignedHead, type StoredLink, verifyChain } from "./audit/index.ts";
export { startBacktest } from "./backtest.ts";
export { type Config, loadConfig } from "./config/index.ts";
export { embeddedConnection } from "./db/index.ts";
export { history } from "./history/index.ts";
export { accept, type Intake } from "./intake/index.ts";
export { takeMeasurements, workRun } from "./jobs/index.ts";
export { type PolicyFile, type PolicyTest, stageOfFile, starterFiles, testPolicies } from "./policies/index.ts";
export {
  addDemoEndpoint,
  addPictureToBank,
  adminLink,
  type Engine,
  firstMarketplace,
  ownApiKey,
  type RunningAssay,
  type StartOptions,
  startAssay,
  startEngine,
  throwawayName,
} from "./start.ts";
