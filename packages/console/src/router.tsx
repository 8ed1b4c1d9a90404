/** Every page and its address. Pages are loaded when they are first visited (or pointed at). */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { ApiError } from "./api.ts";
import { setLanguage } from "./i18n/index.ts";
import { Login } from "./pages/Login.tsx";
import { caseQuery, catalogueQuery, meQuery, queryClient } from "./queries.ts";
import { NotFound, PageError, PageLoading } from "./shell/Fallback.tsx";
import { Shell } from "./shell/Shell.tsx";

type Search = Record<string, string | undefined>;
/** Keeps text parameters only; a number in the address is text too. */
const textSearch = (search: Record<string, unknown>): Search =>
  Object.fromEntries(
    Object.entries(search).flatMap(([key, value]) =>
      typeof value === "string" || typeof value === "number" ? [[key, String(value)]] : [],
    ),
  );

const root = createRootRoute({ notFoundComponent: NotFound });

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  component: Login,
  validateSearch: textSearch,
});
const loginLink = createRoute({
  getParentRoute: () => root,
  path: "/login/$token",
  component: lazyRouteComponent(() => import("./pages/LoginLink.tsx"), "LoginLink"),
});

const secondFactor = createRoute({
  getParentRoute: () => root,
  path: "/second-factor",
  validateSearch: textSearch,
  beforeLoad: async () => {
    await setLanguage((await queryClient.ensureQueryData(meQuery)).user.language);
  },
  component: lazyRouteComponent(() => import("./pages/SecondFactorPage.tsx"), "SecondFactorPage"),
});

const desk = createRoute({
  getParentRoute: () => root,
  id: "desk",
  component: Shell,
  notFoundComponent: NotFound,
  beforeLoad: async ({ location }) => {
    const me = await queryClient.ensureQueryData(meQuery).catch((error: unknown) => {
      if (error instanceof ApiError && error.status === 401) {
        throw redirect({ to: "/login", search: { to: location.href === "/" ? undefined : location.href } });
      }
      throw error;
    });
    if (me.must_set_second_factor) throw redirect({ to: "/second-factor", search: { to: location.href } });
    await Promise.all([setLanguage(me.user.language), queryClient.ensureQueryData(catalogueQuery)]);
  },
});

const overview = createRoute({
  getParentRoute: () => desk,
  path: "/",
  component: lazyRouteComponent(() => import("./pages/Overview.tsx"), "OverviewPage"),
});
const queues = createRoute({
  getParentRoute: () => desk,
  path: "/queues",
  component: lazyRouteComponent(() => import("./pages/Queues.tsx"), "QueuesPage"),
});
const queue = createRoute({
  getParentRoute: () => desk,
  path: "/queues/$queue",
  validateSearch: textSearch,
  component: lazyRouteComponent(() => import("./pages/QueueCases.tsx"), "QueueCasesPage"),
});
const review = createRoute({
  getParentRoute: () => desk,
  path: "/cases/$caseId",
  loader: ({ params }) => queryClient.ensureQueryData(caseQuery(params.caseId)),
  component: lazyRouteComponent(() => import("./review/ReviewPage.tsx"), "ReviewPage"),
});
const confirmations = createRoute({
  getParentRoute: () => desk,
  path: "/confirmations",
  validateSearch: textSearch,
  component: lazyRouteComponent(() => import("./pages/Confirmations.tsx"), "ConfirmationsPage"),
});
const search = createRoute({
  getParentRoute: () => desk,
  path: "/search",
  validateSearch: textSearch,
  component: lazyRouteComponent(() => import("./pages/Search.tsx"), "SearchPage"),
});
const event = createRoute({
  getParentRoute: () => desk,
  path: "/events/$eventId",
  component: lazyRouteComponent(() => import("./pages/EventPage.tsx"), "EventPage"),
});
const account = createRoute({
  getParentRoute: () => desk,
  path: "/accounts/$accountId",
  component: lazyRouteComponent(() => import("./pages/AccountPage.tsx"), "AccountPage"),
});
const links = createRoute({
  getParentRoute: () => desk,
  path: "/accounts/$accountId/links",
  component: lazyRouteComponent(() => import("./pages/LinksPage.tsx"), "LinksPage"),
});
const touches = createRoute({
  getParentRoute: () => desk,
  path: "/touches",
  validateSearch: textSearch,
  component: lazyRouteComponent(() => import("./pages/TouchesPage.tsx"), "TouchesPage"),
});
const subject = createRoute({
  getParentRoute: () => desk,
  path: "/subjects/$kind/$subjectId",
  component: lazyRouteComponent(() => import("./pages/SubjectPage.tsx"), "SubjectPage"),
});
const tryIt = createRoute({
  getParentRoute: () => desk,
  path: "/try",
  component: lazyRouteComponent(() => import("./pages/TryIt.tsx"), "TryItPage"),
});
const policyDraft = createRoute({
  getParentRoute: () => desk,
  path: "/policies/drafts/$draft",
  validateSearch: textSearch,
  component: lazyRouteComponent(() => import("./policies/DraftPage.tsx"), "DraftPage"),
});
const policies = createRoute({
  getParentRoute: () => desk,
  path: "/policies",
  validateSearch: textSearch,
  component: lazyRouteComponent(() => import("./pages/Policies.tsx"), "PoliciesPage"),
});
const lists = createRoute({
  getParentRoute: () => desk,
  path: "/lists",
  validateSearch: textSearch,
  component: lazyRouteComponent(() => import("./pages/Lists.tsx"), "ListsPage"),
});
const detectors = createRoute({
  getParentRoute: () => desk,
  path: "/detectors",
  component: lazyRouteComponent(() => import("./pages/Detectors.tsx"), "DetectorsPage"),
});
const dashboard = createRoute({
  getParentRoute: () => desk,
  path: "/dashboard",
  validateSearch: textSearch,
  component: lazyRouteComponent(() => import("./pages/dashboard/DashboardPage.tsx"), "DashboardPage"),
});
const wellbeing = createRoute({
  getParentRoute: () => desk,
  path: "/wellbeing",
  component: lazyRouteComponent(() => import("./pages/WellbeingPage.tsx"), "WellbeingPage"),
});
const quality = createRoute({
  getParentRoute: () => desk,
  path: "/quality",
  validateSearch: textSearch,
  component: lazyRouteComponent(() => import("./pages/quality/QualityPage.tsx"), "QualityPage"),
});
const settings = createRoute({
  getParentRoute: () => desk,
  path: "/settings",
  validateSearch: textSearch,
  component: lazyRouteComponent(() => import("./settings/SettingsPage.tsx"), "SettingsPage"),
});

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    loginLink,
    secondFactor,
    desk.addChildren([
      overview,
      queues,
      queue,
      review,
      confirmations,
      search,
      event,
      account,
      links,
      touches,
      subject,
      tryIt,
      policies,
      policyDraft,
      lists,
      detectors,
      dashboard,
      wellbeing,
      quality,
      settings,
    ]),
  ]),
  defaultPreload: "intent",
  defaultPendingMs: 300,
  defaultPendingComponent: PageLoading,
  defaultErrorComponent: PageError,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
