/** What is read from the server, each once: key, fetch and freshness. Mutations invalidate by the keys' first word. */
import { infiniteQueryOptions, QueryClient, queryOptions } from "@tanstack/react-query";
import { ApiError, api } from "./api.ts";
import { workedQueue } from "./workedQueue.ts";

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, error) => !(error instanceof ApiError && error.status > 0 && error.status < 500) && count < 2,
      refetchOnWindowFocus: true,
    },
  },
});

export const meQuery = queryOptions({ queryKey: ["me"], queryFn: api.me, staleTime: 5 * 60_000 });
export const catalogueQuery = queryOptions({
  queryKey: ["catalogue"],
  queryFn: api.catalogue,
  staleTime: 5 * 60_000,
});
export const overviewQuery = queryOptions({
  queryKey: ["overview"],
  queryFn: api.overview,
  refetchInterval: 10_000,
});
export const queuesQuery = queryOptions({ queryKey: ["queues"], queryFn: api.queues, refetchInterval: 10_000 });
export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: ["case", caseId],
    queryFn: () => api.case(caseId, workedQueue() === "all" ? "all" : "queue"),
    staleTime: 20_000,
    // While something is still being looked at, the decision may change under the person's eyes.
    refetchInterval: (query) => (query.state.data?.decision.pending.length ? 4000 : false),
  });
/** What a playbook would do now: read anew each time it is looked at. */
export const planQuery = (caseId: string, playbook: string | undefined, reason: string) =>
  queryOptions({
    queryKey: ["plan", caseId, playbook, reason],
    queryFn: () => api.playbookPlan(caseId, playbook ?? "", reason),
    enabled: playbook !== undefined,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
export const confirmationsQuery = (state: "pending" | "closed") =>
  queryOptions({
    queryKey: ["confirmations", state],
    queryFn: () => api.confirmations(state),
    refetchInterval: 15_000,
  });
export const pictureUsesQuery = (content: string) =>
  queryOptions({ queryKey: ["picture_uses", content], queryFn: () => api.pictureUses(content), retry: false });
export const reviewerQuery = queryOptions({ queryKey: ["reviewer"], queryFn: api.reviewer });
export const listsQuery = queryOptions({ queryKey: ["lists"], queryFn: api.lists });
export const forecastQuery = (queue: string) =>
  queryOptions({ queryKey: ["forecast", queue], queryFn: () => api.forecast(queue), staleTime: 5 * 60_000 });
export const marketplaceQuery = queryOptions({ queryKey: ["marketplace"], queryFn: api.marketplace });
export const draftsQuery = queryOptions({ queryKey: ["policy-drafts"], queryFn: api.policyDrafts });
export const switchesQuery = queryOptions({ queryKey: ["switches"], queryFn: api.switches });
export const usersQuery = queryOptions({ queryKey: ["users"], queryFn: api.users });
export const filtersQuery = queryOptions({ queryKey: ["filters"], queryFn: api.filters, staleTime: 60_000 });
export const eventQuery = (eventId: string) =>
  queryOptions({ queryKey: ["event", eventId], queryFn: () => api.event(eventId) });
export const accountQuery = (accountId: string) =>
  queryOptions({ queryKey: ["account", accountId], queryFn: () => api.account(accountId) });
export const linksQuery = (accountId: string) =>
  queryOptions({ queryKey: ["links", accountId], queryFn: () => api.links(accountId) });
export const subjectQuery = (kind: string, subjectId: string) =>
  queryOptions({ queryKey: ["subject", kind, subjectId], queryFn: () => api.subject(kind, subjectId) });
export const measuredQuery = queryOptions({
  queryKey: ["measured"],
  queryFn: api.measured,
  retry: false,
  staleTime: Number.POSITIVE_INFINITY,
});
export const dashboardQuery = (days: number) =>
  queryOptions({ queryKey: ["dashboard", days], queryFn: () => api.dashboard(days), staleTime: 60_000 });
export const exposureQuery = queryOptions({ queryKey: ["exposure"], queryFn: api.exposure, staleTime: 60_000 });
export const wellbeingQuery = queryOptions({ queryKey: ["wellbeing"], queryFn: api.wellbeing, staleTime: 60_000 });
export const figuresQuery = (days: number) =>
  queryOptions({ queryKey: ["quality", "figures", days], queryFn: () => api.qualityFigures(days) });
export const drawsQuery = queryOptions({ queryKey: ["quality", "draws"], queryFn: api.draws });
export const qualitySettingsQuery = queryOptions({
  queryKey: ["quality", "settings"],
  queryFn: api.qualitySettings,
});
export const banksQuery = queryOptions({ queryKey: ["banks"], queryFn: api.banks, retry: false });

type Filters = Record<string, string | undefined>;
const next = <T>(page: { has_more: boolean; next_cursor?: string } & T) =>
  page.has_more ? page.next_cursor : undefined;

export const touchesQuery = (kind: string, value: string) =>
  infiniteQueryOptions({
    queryKey: ["touches", kind, value],
    queryFn: ({ pageParam }) => api.touches({ kind, value, cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: next,
    retry: false,
  });

export const eventsQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ["events", filters],
    queryFn: ({ pageParam }) => api.events({ ...filters, cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: next,
  });
export const casesQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ["cases", filters],
    queryFn: ({ pageParam }) => api.cases({ ...filters, cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: next,
    refetchInterval: 15_000,
  });
export const qualityItemsQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ["quality", "items", filters],
    queryFn: ({ pageParam }) => api.qualityItems({ ...filters, cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: next,
  });
export const actionsQuery = (filters: Filters) =>
  infiniteQueryOptions({
    queryKey: ["actions", filters],
    queryFn: ({ pageParam }) => api.actions({ ...filters, cursor: pageParam, limit: 50 }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: next,
  });
