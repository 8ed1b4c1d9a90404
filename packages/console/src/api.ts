/** The desk's client: one function for each endpoint, on fetch with the session cookie. Shapes are the contract's. */
import type {
  AccountLinks,
  AccountView,
  ActionStatus,
  AnswerOutcome,
  BacktestView,
  BankEntry,
  BankImport,
  BulkResolution,
  BulkResult,
  Case,
  CaseFilter,
  CaseRow,
  CaseView,
  Catalogue,
  ConditionFaces,
  ConditionGroup,
  Confirmation,
  Dashboard,
  Decision,
  Draw,
  EventRow,
  EventView,
  Exposure,
  Label,
  ListEntry,
  ListKind,
  ListPreview,
  ListSummary,
  MarketplaceSettings,
  Me,
  Measured,
  Note,
  Overview,
  PicturesShown,
  PictureUse,
  PictureView,
  PlaybookPlan,
  PlaybookRun,
  PolicyComment,
  PolicyDraft,
  PolicyDraftView,
  PolicyVersion,
  Problem,
  QualityFigures,
  QualityItem,
  QualitySettings,
  Queue,
  QueueForecast,
  QueueSettings,
  Replay,
  Resolution,
  Resolved,
  Reveal,
  ReversalPreview,
  ReversalRequest,
  ReviewerState,
  ReviewTry,
  Role,
  Rule,
  SampleRequest,
  SavedFilter,
  Stage,
  SubjectView,
  Switch,
  TryAnswer,
  User,
  Vocabulary,
  WebhookEndpoint,
  WorkSettings,
} from "@assay/contract";

export interface Page<T> {
  data: T[];
  has_more: boolean;
  next_cursor?: string;
}
export interface ApiKey {
  id: string;
  name: string;
  created_at?: string;
  last_used_at?: string;
}
export interface Bank {
  bank: string;
  entries: number;
}
export interface NewListEntries {
  values: string[];
  kind?: ListKind;
  reason?: string;
  source?: string;
  expires_at?: string;
}
export interface UploadedPicture {
  content: string;
  width: number;
  height: number;
  mime: string;
}

/** What the server answered instead: problem details, or `offline` when there was no answer. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string;
  readonly problem: Problem | undefined;
  constructor(status: number, code: string, problem?: Problem) {
    super(problem?.detail ?? problem?.title ?? code);
    this.name = "ApiError";
    this.status = status;
    this.code = code;
    this.problem = problem;
  }
}

type Query = Record<string, string | number | undefined>;

async function call<T>(
  method: string,
  path: string,
  { query, body, signal }: { query?: Query; body?: unknown; signal?: AbortSignal } = {},
): Promise<T> {
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query ?? {}))
    if (value !== undefined && value !== "") search.set(key, String(value));
  const headers: Record<string, string> = { accept: "application/json" };
  if (method !== "GET") headers["x-assay-csrf"] = "1";
  let payload: BodyInit | undefined;
  if (body instanceof FormData) payload = body;
  else if (body !== undefined) {
    headers["content-type"] = "application/json";
    payload = JSON.stringify(body);
  }
  const response = await fetch(`/v1${path}${search.size > 0 ? `?${search}` : ""}`, {
    method,
    headers,
    credentials: "same-origin",
    ...(payload !== undefined && { body: payload }),
    ...(signal && { signal }),
  }).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new ApiError(0, "offline");
  });
  const text = await response.text();
  const json: unknown = text === "" ? undefined : parse(text);
  if (!response.ok) {
    const problem = json as Problem | undefined;
    throw new ApiError(response.status, problem?.code ?? "internal", problem);
  }
  return json as T;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ApiError(502, "internal");
  }
}

const id = encodeURIComponent;
const get = <T>(path: string, query?: Query, signal?: AbortSignal) =>
  call<T>("GET", path, { ...(query && { query }), ...(signal && { signal }) });
const post = <T>(path: string, body: unknown = {}, signal?: AbortSignal) =>
  call<T>("POST", path, { body, ...(signal && { signal }) });

export const api = {
  waysIn: () => get<{ password: boolean; oidc: string | null }>("/login"),
  login: (email: string, password: string, code?: string) => post<Me>("/login", { email, password, code }),
  loginByLink: (token: string, code?: string) => post<Me>("/login/link", { token, code }),
  beginSecondFactor: () => post<{ secret: string; uri: string; qr: string }>("/second_factor"),
  confirmSecondFactor: (code: string) => post<{ recovery_codes: string[] }>("/second_factor/confirm", { code }),
  endSecondFactor: (code: string) => post<unknown>("/second_factor/end", { code }),
  policyDrafts: () => get<Page<PolicyDraft>>("/policy-drafts", { open: "true", limit: 100 }),
  policyVersions: (stage: string) => get<Page<PolicyVersion>>(`/policies/${id(stage)}/versions`, { limit: 20 }),
  beginDraft: (body: { stage: Stage; title: string }) => post<PolicyDraftView>("/policy-drafts", body),
  policyDraft: (draft: string) => get<PolicyDraftView>(`/policy-drafts/${id(draft)}`),
  saveDraft: (draft: string, revision: number, source: string) =>
    call<PolicyDraftView>("PUT", `/policy-drafts/${id(draft)}`, { body: { revision, source } }),
  putDraftRule: (draft: string, was: string, revision: number, rule: Rule) =>
    call<PolicyDraftView>("PUT", `/policy-drafts/${id(draft)}/rules/${id(was)}`, { body: { revision, rule } }),
  removeDraftRule: (draft: string, rule: string, revision: number) =>
    call<PolicyDraftView>("DELETE", `/policy-drafts/${id(draft)}/rules/${id(rule)}`, { query: { revision } }),
  rebaseDraft: (draft: string, revision: number) =>
    post<PolicyDraftView>(`/policy-drafts/${id(draft)}/rebase`, { revision }),
  proposeDraft: (draft: string, revision: number) =>
    post<PolicyDraftView>(`/policy-drafts/${id(draft)}/propose`, { revision }),
  approveDraft: (draft: string, revision: number) =>
    post<PolicyVersion>(`/policy-drafts/${id(draft)}/approve`, { revision }),
  discardDraft: (draft: string) => post<PolicyDraft>(`/policy-drafts/${id(draft)}/discard`, {}),
  commentOnDraft: (draft: string, comment: { rule?: string; text: string }) =>
    post<PolicyComment>(`/policy-drafts/${id(draft)}/comments`, comment),
  startBacktest: (body: { stage: Stage; try: { draft: string }; rules?: string[]; from: string }) =>
    post<BacktestView>("/backtests", body),
  backtest: (run: string) => get<BacktestView>(`/backtests/${id(run)}`),
  cancelRun: (run: string) => post<unknown>(`/policy-runs/${id(run)}/cancel`),
  switches: () => get<{ data: Switch[] }>("/switches"),
  stop: (body: { kind: Switch["kind"]; target: string; reason: string }) => post<Switch>("/switches", body),
  startAgain: (stopped: string) => post<Switch>(`/switches/${id(stopped)}/start`),
  previewReversal: (body: { stage: Stage; rule: string; since: string }) =>
    post<ReversalPreview>("/reversals/preview", body),
  startReversal: (body: ReversalRequest) => post<unknown>("/reversals", body),
  vocabulary: (stage: string) => get<Vocabulary>(`/policies/${id(stage)}/vocabulary`),
  condition: (stage: string, body: { when?: string; form?: ConditionGroup; subjects?: string[] }) =>
    post<ConditionFaces>(`/policies/${id(stage)}/condition`, body),
  setPassword: (password: string) => post<unknown>("/password", { password }),
  logout: () => post<unknown>("/logout"),
  me: () => get<Me>("/me"),
  changeMe: (change: { language?: "en" | "fr"; name?: string }) => call<Me>("PATCH", "/me", { body: change }),
  catalogue: () => get<Catalogue>("/catalogue"),
  overview: () => get<Overview>("/overview"),
  measured: () => get<Measured>("/measured"),

  dashboard: (days: number) => get<Dashboard>("/dashboard", { days }),
  exposure: () => get<Exposure>("/me/exposure"),
  saveWork: (settings: Omit<WorkSettings, "skills">) => call<WorkSettings>("PUT", "/me/work", { body: settings }),
  wellbeing: () => get<{ data: Exposure[] }>("/wellbeing"),
  saveSkills: (person: string, settings: Pick<WorkSettings, "skills" | "severe_cap">) =>
    call<WorkSettings>("PUT", `/wellbeing/${id(person)}`, { body: settings }),
  qualityFigures: (days: number) => get<QualityFigures>("/quality/figures", { days }),
  draws: () => get<{ data: Draw[] }>("/quality/draws"),
  draw: (sample: SampleRequest) => post<Draw>("/quality/draws", sample),
  qualityItems: (query: Query) => get<Page<QualityItem>>("/quality/items", query),
  qualitySettings: () => get<QualitySettings>("/quality/settings"),
  saveQualitySettings: (settings: QualitySettings) =>
    call<QualitySettings>("PUT", "/quality/settings", { body: settings }),
  addGolden: (golden: {
    decision_id: string;
    queue: string;
    outcome: AnswerOutcome;
    reasons: string[];
    note?: string;
  }) => post<{ id: string }>("/quality/golden", golden),
  withdrawGolden: (item: string) => call<unknown>("DELETE", `/quality/golden/${id(item)}`),
  nameError: (item: string, error_type: string) => post<unknown>(`/quality/items/${id(item)}/error`, { error_type }),
  reopenItem: (item: string, queue: string) =>
    post<{ case_id: string | null }>(`/quality/items/${id(item)}/case`, { queue }),

  queues: () => get<{ data: Queue[] }>("/queues"),
  cases: (query: Query) => get<Page<CaseRow>>("/cases", query),
  case: (caseId: string, next: "queue" | "all" = "queue") => get<CaseView>(`/cases/${id(caseId)}`, { next }),
  nextCase: (queue: string, after?: string) =>
    post<{ case_id: string | null }>(`/queues/${id(queue)}/next`, after === undefined ? {} : { after }),
  claim: (caseId: string) => post<Case>(`/cases/${id(caseId)}/claim`),
  release: (caseId: string) => post<Case>(`/cases/${id(caseId)}/release`),
  resolve: (caseId: string, resolution: Omit<Resolution, "reasons"> & { reasons: string[] }) =>
    post<Resolved>(`/cases/${id(caseId)}/resolve`, resolution),
  undo: (caseId: string) => post<Case>(`/cases/${id(caseId)}/undo`),
  saveQueue: (queue: string, settings: QueueSettings) =>
    call<QueueSettings>("PUT", `/queues/${id(queue)}`, { body: settings }),
  forecast: (queue: string) => get<QueueForecast>(`/queues/${id(queue)}/forecast`),
  resolveCases: (resolution: BulkResolution) => post<BulkResult>("/cases/resolve", resolution),
  undoCases: (cases: readonly string[]) => post<BulkResult>("/cases/undo", { cases }),
  filters: () => get<{ data: SavedFilter[] }>("/filters"),
  saveFilter: (filter: { name: string; shared: boolean; filter: CaseFilter }) => post<SavedFilter>("/filters", filter),
  deleteFilter: (filter: string) => call<unknown>("DELETE", `/filters/${id(filter)}`),
  note: (caseId: string, text: string) => post<Note>(`/cases/${id(caseId)}/note`, { text }),
  snooze: (caseId: string, until: string) => post<Case>(`/cases/${id(caseId)}/snooze`, { until }),
  move: (caseId: string, queue: string, note?: string) =>
    post<Case>(`/cases/${id(caseId)}/move`, note ? { queue, note } : { queue }),
  playbookPlan: (caseId: string, playbook: string, reason: string) =>
    get<PlaybookPlan>(`/cases/${id(caseId)}/playbooks/${id(playbook)}`, { reason }),
  runPlaybook: (caseId: string, playbook: string, body: { fingerprint: string; reason: string }) =>
    post<PlaybookRun>(`/cases/${id(caseId)}/playbooks/${id(playbook)}`, body),
  confirmations: (state: "pending" | "closed") => get<{ data: Confirmation[] }>("/confirmations", { state }),
  decideConfirmation: (confirmation: string, verb: "confirm" | "decline") =>
    post<Confirmation>(`/confirmations/${id(confirmation)}/${verb}`),
  escalate: (caseId: string, note: string) => post<Case>(`/cases/${id(caseId)}/escalate`, { note }),
  label: (caseId: string, about: string, value: "wrong" | "right") =>
    post<Label>(`/cases/${id(caseId)}/labels`, { about, value }),

  events: (query: Query) => get<Page<EventRow>>("/events", query),
  event: (eventId: string) => get<EventView>(`/events/${id(eventId)}/view`),
  decision: (decisionId: string) => get<Decision>(`/decisions/${id(decisionId)}`),
  replay: (decisionId: string) => post<Replay>(`/decisions/${id(decisionId)}/replay`),
  subject: (kind: string, subjectId: string) => get<SubjectView>(`/subjects/${id(kind)}/${id(subjectId)}`),
  account: (accountId: string) => get<AccountView>(`/accounts/${id(accountId)}`),
  reveal: (reveal: Reveal) => post<{ until: string }>("/reveals", reveal),
  links: (accountId: string) => get<AccountLinks>(`/accounts/${id(accountId)}/links`),
  settleLink: (accountId: string, verdict: { account: string; state: "joined" | "parted" | "found"; note?: string }) =>
    post<AccountLinks>(`/accounts/${id(accountId)}/links`, verdict),
  touches: (query: Query) => get<Page<AccountLinks["account"]> & { value: string }>("/touches", query),

  upload: (file: Blob) => {
    const form = new FormData();
    form.set("file", file);
    return call<UploadedPicture>("POST", "/pictures", { body: form });
  },
  pictureUses: (content: string) => get<{ data: PictureUse[] }>(`/pictures/${id(content)}/uses`),
  tryEvent: (event: unknown, accountAgeDays: number | undefined, signal: AbortSignal) =>
    post<TryAnswer>(
      "/try",
      accountAgeDays === undefined ? { event } : { event, account_age_days: accountAgeDays },
      signal,
    ),

  banks: () => get<{ data: Bank[] }>("/banks"),
  bank: (bank: string, cursor?: string) => get<Page<BankEntry>>(`/banks/${id(bank)}`, { cursor }),
  addToBank: (bank: string, content: string, label: string) =>
    post<BankEntry>(`/banks/${id(bank)}/entries`, { content, label }),
  importBank: (bank: string, text: string) => post<BankImport>(`/banks/${id(bank)}/import`, { text }),
  removeFromBank: (bank: string, entry: string) => call<unknown>("DELETE", `/banks/${id(bank)}/entries/${id(entry)}`),

  reviewer: () => get<ReviewerState>("/reviewer"),
  tryReviewer: (text: string) => post<ReviewTry>("/reviewer/try", { text }),
  lists: () => get<{ data: ListSummary[] }>("/lists"),
  listEntries: (list: string, q: string, cursor?: string) =>
    get<Page<ListEntry>>(`/lists/${id(list)}/entries`, { q, cursor }),
  addToList: (list: string, entries: NewListEntries) =>
    post<{ changed: number }>(`/lists/${id(list)}/entries`, entries),
  previewList: (list: string, entries: NewListEntries) =>
    post<ListPreview>(`/lists/${id(list)}/preview`, { ...entries, last: 2000 }),
  removeFromList: (list: string, values: string[]) =>
    call<{ changed: number }>("DELETE", `/lists/${id(list)}/entries`, { body: { values } }),

  webhooks: () => get<{ data: WebhookEndpoint[] }>("/webhooks"),
  addWebhook: (url: string) => post<WebhookEndpoint>("/webhooks", { url }),
  rotateWebhook: (webhook: string) => post<WebhookEndpoint>(`/webhooks/${id(webhook)}/rotate`),
  enableWebhook: (webhook: string, enabled: boolean) =>
    call<WebhookEndpoint>("PATCH", `/webhooks/${id(webhook)}`, { body: { enabled } }),
  removeWebhook: (webhook: string) => call<unknown>("DELETE", `/webhooks/${id(webhook)}`),
  actions: (query: Query) => get<Page<ActionStatus>>("/actions", query),
  resend: (action: string) => post<ActionStatus>(`/actions/${id(action)}/resend`),

  users: () => get<{ data: User[] }>("/users"),
  addUser: (user: { email: string; name: string; roles: Role[] }) => post<{ user: User; link: string }>("/users", user),
  marketplace: () => get<{ settings: MarketplaceSettings }>("/marketplace"),
  changeMarketplace: (change: {
    second_factor_required?: boolean;
    reviewer?: MarketplaceSettings["reviewer"];
    pictures?: PicturesShown;
  }) => call<unknown>("PATCH", "/marketplace", { body: change }),
  changeUser: (user: string, change: { roles?: Role[]; disabled?: boolean; name?: string; second_factor?: false }) =>
    call<User>("PATCH", `/users/${id(user)}`, { body: change }),
  keys: () => get<{ data: ApiKey[] }>("/keys"),
  addKey: (name: string) => post<ApiKey & { key: string }>("/keys", { name }),
  removeKey: (key: string) => call<unknown>("DELETE", `/keys/${id(key)}`),
};

/** Where items of the quality programme are had as CSV. */
export const qualityExportUrl = (filter: Query) => {
  const given = Object.entries(filter).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]));
  return `/v1/quality/export?${new URLSearchParams(given)}`;
};

/** Where a bank is had as a text file. */
export const bankFileUrl = (bank: string) => `/v1/banks/${id(bank)}/export`;

/** Address of a picture at a width in CSS pixels × 1; always through Assay, never the seller's. */
export function pictureUrl(picture: PictureView, width: 160 | 640 | 1600): string | undefined {
  const path = picture.src ?? (picture.content && `/v1/pictures/${id(picture.content)}`);
  if (!path?.startsWith("/v1/")) return undefined;
  return `${path}${path.includes("?") ? "&" : "?"}w=${width}`;
}
