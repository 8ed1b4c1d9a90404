/** The desk's routes, one line a topic. */
import type { Deps } from "../deps.ts";
import { accountRoutes } from "./accounts.ts";
import { auditRoutes } from "./audit.ts";
import { backtestRoutes } from "./backtests.ts";
import { bankRoutes } from "./banks.ts";
import { caseRoutes } from "./cases.ts";
import { catalogueRoutes } from "./catalogue.ts";
import { dashboardRoutes } from "./dashboard.ts";
import { keyRoutes } from "./keys.ts";
import { linkRoutes } from "./links.ts";
import { listRoutes } from "./lists.ts";
import { oidcRoutes } from "./login_oidc.ts";
import { marketplaceRoutes } from "./marketplace.ts";
import { measuredRoutes } from "./measured.ts";
import { noticePageRoutes } from "./notice_pages.ts";
import { overviewRoutes } from "./overview.ts";
import { pictureRoutes } from "./pictures.ts";
import { playbookRoutes } from "./playbooks.ts";
import { policyRoutes } from "./policies.ts";
import { policyDraftRoutes } from "./policy_drafts.ts";
import { qualityRoutes } from "./quality.ts";
import { queueRoutes } from "./queues.ts";
import { revealRoutes } from "./reveals.ts";
import { reversalRoutes } from "./reversals.ts";
import { reviewerRoutes } from "./reviewer.ts";
import type { App } from "./route.ts";
import { searchRoutes } from "./search.ts";
import { sessionRoutes } from "./session.ts";
import { statementPageRoutes } from "./statement_pages.ts";
import { subjectRoutes } from "./subjects.ts";
import { sweepRoutes } from "./sweeps.ts";
import { switchRoutes } from "./switches.ts";
import { transparencyRoutes } from "./transparency.ts";
import { userRoutes } from "./users.ts";
import { webhookRoutes } from "./webhooks.ts";
import { wellbeingRoutes } from "./wellbeing.ts";

export const deskRoutes: readonly ((app: App, deps: Deps) => Promise<void>)[] = [
  sessionRoutes,
  oidcRoutes,
  catalogueRoutes,
  overviewRoutes,
  qualityRoutes,
  dashboardRoutes,
  wellbeingRoutes,
  queueRoutes,
  caseRoutes,
  playbookRoutes,
  searchRoutes,
  subjectRoutes,
  accountRoutes,
  revealRoutes,
  linkRoutes,
  pictureRoutes,
  bankRoutes,
  webhookRoutes,
  userRoutes,
  keyRoutes,
  listRoutes,
  policyRoutes,
  policyDraftRoutes,
  backtestRoutes,
  switchRoutes,
  reversalRoutes,
  sweepRoutes,
  marketplaceRoutes,
  reviewerRoutes,
  measuredRoutes,
  auditRoutes,
  statementPageRoutes,
  noticePageRoutes,
  transparencyRoutes,
];
