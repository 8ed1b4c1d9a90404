/** The second factor, through the front door. */
import type { Me, Problem } from "@assay/contract";
import { Secret, TOTP } from "otpauth";
import { afterAll, beforeEach, expect, test } from "vitest";
import { csrfHeader, sessionCookie } from "../src/access/index.ts";
import { type TestDesk, testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const password = "correct horse battery";
const codeOf = (secret: string, stepsOn = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + stepsOn * 30_000 });

type Person = Awaited<ReturnType<TestDesk["asUser"]>> & { email: string };
async function person(roles: Parameters<TestDesk["asUser"]>[0] = ["moderator"]): Promise<Person> {
  const user = await desk.asUser(roles);
  await user.ask("POST", "/v1/password", { password });
  return { ...user, email: (await user.ask<Me>("GET", "/v1/me")).body.user.email };
}
async function enrolled(): Promise<Person & { secret: string; recovery: string[] }> {
  const user = await person();
  const { secret } = (await user.ask<{ secret: string }>("POST", "/v1/second_factor")).body;
  const confirmed = await user.ask<{ recovery_codes: string[] }>("POST", "/v1/second_factor/confirm", {
    code: codeOf(secret),
  });
  expect(confirmed.status).toBe(200);
  return { ...user, secret, recovery: confirmed.body.recovery_codes };
}
const login = (email: string, more: object = {}) =>
  desk.asNobody<Problem & Me>("POST", "/v1/login", { email, password, ...more });

let user: Awaited<ReturnType<typeof enrolled>>;
beforeEach(async () => {
  user = await enrolled();
});

test("beginning shows a QR code and a secret that stands sealed in the database", async () => {
  const other = await person();
  const { body } = await other.ask<{ secret: string; uri: string; qr: string }>("POST", "/v1/second_factor");
  expect(body.uri).toContain(`secret=${body.secret}`);
  expect(body.qr).toMatch(/^<svg/);
  const { rows } = await desk.database.owner.query("select totp_pending from users where id = $1", [other.id]);
  expect(rows[0].totp_pending).toMatch(/^v1\./);
  // Not in force before a code of it was given.
  expect((await login(other.email)).status).toBe(200);
  expect((await other.ask("POST", "/v1/second_factor/confirm", { code: "000000" })).status).toBe(400);
  expect((await login(other.email)).status).toBe(200);
});

test("once in force a password alone opens nothing; a code does, once", async () => {
  expect((await user.ask<Me>("GET", "/v1/me")).body.user.second_factor).toBe(true);
  const without = await login(user.email);
  expect(without).toMatchObject({ status: 401, body: { code: "second_factor_required" } });
  // The code that confirmed it was used already.
  expect((await login(user.email, { code: codeOf(user.secret) })).body.code).toBe("unauthenticated");
  const next = codeOf(user.secret, 1);
  expect((await login(user.email, { code: `${next.slice(0, 3)} ${next.slice(3)}` })).status).toBe(200);
  expect((await login(user.email, { code: next })).status).toBe(401);
});

test("a wrong password says nothing of the second factor", async () => {
  const wrong = await desk.asNobody<Problem>("POST", "/v1/login", { email: user.email, password: "nonsense nonsense" });
  expect(wrong.body.code).toBe("unauthenticated");
});

test("codes cannot be guessed: after repeated failures the right one is refused for a while", async () => {
  for (let n = 0; n < 5; n++) await login(user.email, { code: "000000" });
  expect((await login(user.email, { code: codeOf(user.secret, 1) })).status).toBe(429);
});

test("a recovery code works once, however it is typed", async () => {
  const [first] = user.recovery;
  expect(user.recovery).toHaveLength(10);
  expect(new Set(user.recovery).size).toBe(10);
  expect((await login(user.email, { code: first!.toUpperCase().replace("-", " ") })).status).toBe(200);
  expect((await login(user.email, { code: first })).status).toBe(401);
  const { rows } = await desk.database.owner.query("select recovery_hashes from users where id = $1", [user.id]);
  expect(rows[0].recovery_hashes).toHaveLength(9);
  expect(JSON.stringify(rows)).not.toContain(user.recovery[1]!.replace("-", ""));
});

test("two log-ins with one code at the same moment: one comes in", async () => {
  const code = codeOf(user.secret, 1);
  const statuses = await Promise.all([1, 2, 3].map(async () => (await login(user.email, { code })).status));
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
});

test("setting it ends the person's other sessions; ending it needs a code", async () => {
  const other = await person();
  const elsewhere = await desk.app.inject({
    method: "POST",
    url: "/v1/login",
    payload: { email: other.email, password },
  });
  const session = elsewhere.cookies.find(({ name }) => name === sessionCookie)!.value;
  const headers = { cookie: `${sessionCookie}=${session}`, [csrfHeader]: "1" };
  const { secret } = (await other.ask<{ secret: string }>("POST", "/v1/second_factor")).body;
  await other.ask("POST", "/v1/second_factor/confirm", { code: codeOf(secret) });
  expect((await desk.app.inject({ method: "GET", url: "/v1/me", headers })).statusCode).toBe(401);
  expect((await other.ask("POST", "/v1/second_factor/end", { code: "123456" })).status).toBe(401);
  expect((await other.ask("POST", "/v1/second_factor/end", { code: codeOf(secret, 1) })).status).toBe(204);
  expect((await login(other.email)).status).toBe(200);
});

test("a one-time link does not go round it, and still works once the code is given", async () => {
  const admin = await desk.asUser(["admin"]);
  // A link that was made before the password, as the person who starts the server has one.
  const { token } = await desk.database.db.transaction("a", async (tx) => {
    const { newSecret, secretHash } = await import("../src/access/index.ts");
    const made = newSecret("");
    await tx.query(
      "insert into login_links (hash, marketplace, user_id, expires_at) values ($1, 'a', $2, now() + interval '1 hour')",
      [secretHash(made), user.id],
    );
    return { token: made };
  });
  const byLink = (more: object) => desk.asNobody<Problem>("POST", "/v1/login/link", { token, ...more });
  expect((await byLink({})).body.code).toBe("second_factor_required");
  expect((await byLink({ code: "000000" })).status).toBe(401);
  expect((await byLink({ code: codeOf(user.secret, 1) })).status).toBe(200);
  expect((await byLink({ code: user.recovery[0] })).body.code).toBe("link_used");
  // An administrator ends it for who lost the device.
  expect((await admin.ask("PATCH", `/v1/users/${user.id}`, { second_factor: false })).status).toBe(200);
  expect((await login(user.email)).status).toBe(200);
});

test("where the marketplace demands it, whoever has none may do nothing but set it", async () => {
  const admin = await person(["admin"]);
  expect((await admin.ask("PATCH", "/v1/marketplace", { second_factor_required: true })).status).toBe(200);
  const bare = await person();
  const me = (await bare.ask<Me>("GET", "/v1/me")).body;
  expect(me).toMatchObject({ must_set_second_factor: true, permissions: ["desk.use"] });
  expect((await bare.ask("GET", "/v1/queues")).status).toBe(403);
  const { secret } = (await bare.ask<{ secret: string }>("POST", "/v1/second_factor")).body;
  await bare.ask("POST", "/v1/second_factor/confirm", { code: codeOf(secret) });
  expect((await bare.ask("GET", "/v1/queues")).status).toBe(200);
  expect((await user.ask("GET", "/v1/queues")).status).toBe(200);
  const { secret: own } = (await admin.ask<{ secret: string }>("POST", "/v1/second_factor")).body;
  await admin.ask("POST", "/v1/second_factor/confirm", { code: codeOf(own) });
  expect((await admin.ask("PATCH", "/v1/marketplace", { second_factor_required: false })).status).toBe(200);
});
