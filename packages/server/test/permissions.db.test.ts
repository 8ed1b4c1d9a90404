import { roles } from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { keyPermissions, type Permission, rolePermissions } from "../src/access/permissions.ts";
import { testDesk } from "./desk.ts";
import { type Route, routesOf } from "./routes.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const routes = await routesOf(desk.deps);
const filled = ({ url }: Route) => url.replace(":content", `sha256:${"0".repeat(64)}`).replaceAll(/:\w+/g, "nothing");
const bodyOf = ({ method }: Route) => (method === "POST" || method === "PATCH" ? {} : undefined);

test("every route of the API is on the list that these tests go over", () => {
  const described = Object.entries(desk.app.swagger().paths ?? {}).flatMap(([path, methods]) =>
    Object.keys(methods as object).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ":$1")}`),
  );
  const known = new Set(routes.map(({ method, url }) => `${method} ${url}`));
  expect(described.filter((route) => route.includes(" /v1/") && !known.has(route))).toEqual([]);
  expect(known.size).toBeGreaterThan(45);
});

test("only logging in needs no credentials; everything else answers 401 without them", async () => {
  const open: string[] = [];
  const pages = routes.filter(({ url }) => !url.startsWith("/v1/"));
  // What a signed link opens, and nothing without it.
  for (const route of pages) expect((await desk.asNobody(route.method, filled(route))).status).not.toBe(200);
  expect(pages.map(({ method, url }) => `${method} ${url}`).sort()).toEqual([
    "GET /notice-status/:token",
    "GET /notice/:marketplace",
    "GET /statement/:token",
    "POST /notice-status/:token",
    "POST /notice/:marketplace",
    "POST /statement/:token",
  ]);
  for (const route of routes.filter((one) => !pages.includes(one))) {
    const { status, body } = await desk.asNobody(route.method, filled(route), bodyOf(route));
    if (status === 401 && body.code === "unauthenticated") continue;
    open.push(`${route.method} ${route.url}`);
  }
  expect(open.sort()).toEqual([
    "GET /v1/login",
    "GET /v1/login/oidc",
    "GET /v1/login/oidc/callback",
    "POST /v1/login",
    "POST /v1/login/link",
  ]);
});

test("credentials that are none are refused: another scheme, a wrong key, a key in a cookie", async () => {
  for (const headers of [
    { authorization: "Basic YTpi" },
    { authorization: "Bearer ask_wrong" },
    { authorization: "Bearer " },
    { cookie: "assay_session=wrong" },
  ]) {
    expect((await desk.app.inject({ method: "GET", url: "/v1/me", headers })).statusCode).toBe(401);
  }
});

test("without the permission that it declares every route answers 403, by role and by key", async () => {
  const askers: { name: string; ask: Awaited<ReturnType<typeof desk.asKey>>; may: readonly Permission[] }[] = [
    ...(await Promise.all(
      roles.map(async (role) => ({ name: role, ask: (await desk.asUser([role])).ask, may: rolePermissions[role] })),
    )),
    { name: "key", ask: await desk.asKey(), may: keyPermissions },
  ];
  // A role that this version does not know, as a newer one may have stored it, gives nothing.
  const stranger = await desk.asUser(["auditor"]);
  await desk.database.owner.query("update memberships set roles = '{visitor}' where user_id = $1", [stranger.id]);
  askers.push({ name: "visitor", ask: stranger.ask, may: [] });

  const wrong: string[] = [];
  let refused = 0;
  for (const route of routes) {
    if (route.permission === "public") continue;
    for (const { name, ask, may } of askers) {
      const allowed = may.includes(route.permission);
      // One ends the session that the next question needs, the other waits for something to happen.
      if (allowed && (route.url === "/v1/logout" || route.url === "/v1/actions/feed")) continue;
      const { status, body } = await ask(route.method, filled(route), bodyOf(route));
      const told = status === 403 && body.code === "forbidden";
      if (!allowed) refused++;
      if (told === allowed || status >= 500) wrong.push(`${name} ${route.method} ${route.url}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(refused).toBeGreaterThan(100);
});
