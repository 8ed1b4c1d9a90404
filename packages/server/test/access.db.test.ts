import type { Me, User } from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { inviteUser } from "../src/access/index.ts";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const admin = await desk.asUser(["admin"]);

const invite = (email: string, roles = ["moderator"]) =>
  admin.ask<{ user: User; link?: string }>("POST", "/v1/users", { email, name: "New Person", roles });
const tokenOf = (link: string | undefined) => link!.slice(link!.lastIndexOf("/") + 1);
const login = (email: string, password: string, marketplace?: string) =>
  desk.app.inject({
    method: "POST",
    url: "/v1/login",
    payload: { email, password, ...(marketplace && { marketplace }) },
  });
const byLink = (token: string) => desk.app.inject({ method: "POST", url: "/v1/login/link", payload: { token } });
const cookieOf = (response: Awaited<ReturnType<typeof login>>) => `assay_session=${response.cookies[0]!.value}`;
const ask = (cookie: string, method: "GET" | "POST", url: string, payload?: object, csrf = "1") =>
  desk.app.inject({
    method,
    url,
    headers: { cookie, ...(csrf && { "x-assay-csrf": csrf }) },
    ...(payload && { payload }),
  });
const password = "correct horse battery";

test("an invited person comes in by a link that works once, sets a password, and logs in with it", async () => {
  const { body, status } = await invite("Zoé@Example.org");
  expect([status, body.user.email, body.user.roles]).toEqual([200, "zoé@example.org", ["moderator"]]);
  expect(body.link).toMatch(/\/login\/[\w-]{43}$/);
  const first = await byLink(tokenOf(body.link));
  expect(first.json<Me>()).toMatchObject({ must_set_password: true, marketplace: { id: "a" } });
  expect(first.json<Me>().permissions).toContain("case.resolve");
  expect(first.json<Me>().permissions).not.toContain("user.manage");
  const again = await byLink(tokenOf(body.link));
  expect([again.statusCode, again.json().code]).toEqual([410, "link_used"]);

  const cookie = cookieOf(first);
  expect((await ask(cookie, "POST", "/v1/password", { password: "too short" })).statusCode).toBe(400);
  expect((await ask(cookie, "POST", "/v1/password", { password })).statusCode).toBe(204);
  const loggedIn = await login(" ZOÉ@example.org", password);
  expect(loggedIn.json<Me>()).toMatchObject({ must_set_password: false, user: { id: body.user.id } });
  expect((await login("zoé@example.org", `${password}!`)).statusCode).toBe(401);
});

test("the session's cookie cannot be read by scripts nor sent from another site", async () => {
  const { body } = await invite("cookie@example.org");
  const set = String((await byLink(tokenOf(body.link))).headers["set-cookie"]);
  expect(set).toMatch(/HttpOnly/);
  expect(set).toMatch(/SameSite=Strict/);
  expect(set).toMatch(/Path=\//);
});

test("secrets stand in the database as hashes only", async () => {
  const made = await admin.ask<{ key: string; id: string }>("POST", "/v1/keys", { name: "shop" });
  const invited = await invite("hash@example.org");
  const session = cookieOf(await byLink(tokenOf(invited.body.link))).split("=")[1]!;
  for (const table of ["api_keys", "sessions", "login_links", "users", "audit_log"]) {
    const { rows } = await desk.database.owner.query(`select t::text as row from ${table} t`);
    for (const { row } of rows) {
      for (const secret of [made.body.key, session, tokenOf(invited.body.link)]) expect(row).not.toContain(secret);
    }
  }
});

test("a change by session needs the CSRF header; a read does not", async () => {
  const { body } = await invite("csrf@example.org");
  const cookie = cookieOf(await byLink(tokenOf(body.link)));
  expect((await ask(cookie, "GET", "/v1/me", undefined, "")).statusCode).toBe(200);
  expect((await ask(cookie, "POST", "/v1/password", { password }, "")).statusCode).toBe(403);
  expect((await ask(cookie, "POST", "/v1/password", { password }, "yes")).statusCode).toBe(403);
});

test("logging out ends the session on the server", async () => {
  const { body } = await invite("out@example.org");
  const cookie = cookieOf(await byLink(tokenOf(body.link)));
  expect((await ask(cookie, "POST", "/v1/logout")).statusCode).toBe(204);
  expect((await ask(cookie, "GET", "/v1/me")).statusCode).toBe(401);
});

test("a new password ends the person's other sessions", async () => {
  const { body } = await invite("other@example.org");
  const first = cookieOf(await byLink(tokenOf(body.link)));
  await ask(first, "POST", "/v1/password", { password });
  const second = cookieOf(await login("other@example.org", password));
  await ask(second, "POST", "/v1/password", { password: `${password} staple` });
  expect((await ask(first, "GET", "/v1/me")).statusCode).toBe(401);
  expect((await ask(second, "GET", "/v1/me")).statusCode).toBe(200);
});

test("after repeated failures even the right password is refused for a while, at once too", async () => {
  const { body } = await invite("locked@example.org");
  await ask(cookieOf(await byLink(tokenOf(body.link))), "POST", "/v1/password", { password });
  const tries = await Promise.all(Array.from({ length: 8 }, () => login("locked@example.org", "wrong password")));
  expect(tries.filter((one) => one.statusCode === 401).length).toBeLessThanOrEqual(5);
  const locked = await login("locked@example.org", password);
  expect([locked.statusCode, locked.json().code]).toEqual([429, "too_many_requests"]);
  // Nobody else is.
  expect((await login("nobody@example.org", password)).statusCode).toBe(401);
});

test("an unknown address and a wrong password are answered the same", async () => {
  const { body } = await invite("known@example.org");
  await ask(cookieOf(await byLink(tokenOf(body.link))), "POST", "/v1/password", { password });
  const [unknown, wrong] = [await login("unknown@example.org", password), await login("known@example.org", "no")];
  const told = ({ request_id: _, ...problem }: Record<string, unknown>) => problem;
  expect(told(unknown.json())).toEqual(told(wrong.json()));
});

test("roles that are taken away, and disabled people, are out at once", async () => {
  const { body } = await invite("demoted@example.org", ["lead"]);
  const cookie = cookieOf(await byLink(tokenOf(body.link)));
  expect((await ask(cookie, "GET", "/v1/audit")).statusCode).toBe(200);
  await admin.ask("PATCH", `/v1/users/${body.user.id}`, { roles: ["moderator"] });
  expect((await ask(cookie, "GET", "/v1/audit")).statusCode).toBe(403);
  const disabled = await admin.ask<User>("PATCH", `/v1/users/${body.user.id}`, { disabled: true });
  expect(disabled.body.disabled).toBe(true);
  expect((await ask(cookie, "GET", "/v1/me")).statusCode).toBe(401);
});

test("the last administrator cannot be lost", async () => {
  expect((await admin.ask("PATCH", `/v1/users/${admin.id}`, { roles: ["moderator"] })).status).toBe(403);
  expect((await admin.ask("PATCH", `/v1/users/${admin.id}`, { disabled: true })).status).toBe(403);
  expect((await admin.ask("GET", "/v1/users")).status).toBe(200);
});

test("a revoked key is refused", async () => {
  const made = await admin.ask<{ key: string; id: string }>("POST", "/v1/keys", { name: "old" });
  const headers = { authorization: `Bearer ${made.body.key}` };
  const get = () => desk.app.inject({ method: "GET", url: "/v1/events", headers });
  expect((await get()).statusCode).toBe(200);
  expect((await admin.ask("DELETE", `/v1/keys/${made.body.id}`)).status).toBe(204);
  expect((await get()).statusCode).toBe(401);
  expect((await admin.ask("DELETE", `/v1/keys/${made.body.id}`)).status).toBe(404);
});

test("an administrator of one marketplace gets no way into another that the person works for", async () => {
  await desk.asUser(["admin"], "b");
  const { token } = await desk.database.db.transaction("b", (tx) =>
    inviteUser(tx, "b", { email: "both@example.org", name: "Both", roles: ["lead"] }),
  );
  await ask(cookieOf(await byLink(token!)), "POST", "/v1/password", { password });
  const invited = await invite("both@example.org");
  expect([invited.status, invited.body.link]).toEqual([200, undefined]);
  expect((await admin.ask("PATCH", `/v1/users/${invited.body.user.id}`, { disabled: true })).status).toBe(403);
  // The person chooses where to work with the password they have.
  expect((await login("both@example.org", password, "a")).json<Me>().marketplace.id).toBe("a");
  expect((await login("both@example.org", password, "b")).json<Me>()).toMatchObject({
    marketplace: { id: "b" },
    user: { roles: ["lead"] },
  });
});

test("a key does what it was made for, and no more", async () => {
  const made = await admin.ask<{ key: string; permissions: string[] }>("POST", "/v1/keys", {
    name: "auditor's",
    permissions: ["audit.read"],
  });
  expect(made.body.permissions).toEqual(["audit.read"]);
  const headers = { authorization: `Bearer ${made.body.key}` };
  const status = async (method: "GET" | "POST", url: string) =>
    (await desk.app.inject({ method, url, headers, ...(method === "POST" && { payload: {} }) })).statusCode;
  expect(await status("GET", "/v1/audit/verify")).toBe(200);
  expect(await status("GET", "/v1/audit/heads")).toBe(200);
  expect(await status("POST", "/v1/events")).toBe(403);
  expect(await status("GET", "/v1/keys")).toBe(403);
  // People's work and the making of people are not to be had by key.
  for (const permission of ["case.resolve", "user.manage", "nonsense"]) {
    const refused = await admin.ask("POST", "/v1/keys", { name: "too much", permissions: [permission] });
    expect(refused.status).toBe(400);
  }
});

test("a key that has run out is refused; one that would run out before now is not made", async () => {
  const ask = await desk.asKey("a", { expiresAt: new Date(Date.now() - 1000) });
  expect((await ask("GET", "/v1/banks")).status).toBe(401);
  const past = { name: "late", expires_at: "2020-01-01T00:00:00Z" };
  expect((await admin.ask("POST", "/v1/keys", past)).status).toBe(400);
});

test("a key with a limit of its own is told what is left, and when to come back; events of a batch count", async () => {
  const ask = await desk.asKey("a", { perMinute: 5 });
  const event = (id: string) => ({
    id: `limited-${id}`,
    type: "listing.created",
    time: new Date().toISOString(),
    data: { id: `limited-${id}`, seller: "s1", title: "A desk" },
  });
  const first = await ask("POST", "/v1/events", event("1"));
  expect(first.status).toBe(200);
  expect(first.headers).toMatchObject({ "ratelimit-policy": '"key";q=5;w=60', ratelimit: '"key";r=4;t=12' });
  const batch = await ask("POST", "/v1/events", { events: ["2", "3", "4"].map(event) });
  expect(batch.headers["ratelimit"]).toContain("r=1");
  const refused = await ask("POST", "/v1/events", { events: ["5", "6", "7"].map(event) });
  expect(refused).toMatchObject({ status: 429, body: { code: "too_many_requests" } });
  expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
  // Nothing of the refused batch was stored.
  const other = await desk.asKey();
  expect((await other("GET", "/v1/events/limited-5")).status).toBe(404);
});
