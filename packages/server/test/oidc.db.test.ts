/** Log-in by a real OpenID provider on this machine, walked through as a browser would. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Me } from "@assay/contract";
import Provider from "oidc-provider";
import { afterAll, expect, test } from "vitest";
import type { OidcConfig } from "../src/config/index.ts";
import { testDesk } from "./desk.ts";

/** What the provider knows: some verified, some not. */
const accounts: Record<string, { email: string; email_verified: boolean }> = {
  ada: { email: "Person1@Example.org", email_verified: true },
  unverified: { email: "person2@example.org", email_verified: false },
  stranger: { email: "nobody@example.org", email_verified: true },
};
const redirectUri = "http://desk.test/v1/login/oidc/callback";

async function startProvider(): Promise<{ issuer: string; server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "assay", client_secret: "client secret", redirect_uris: [redirectUri] }],
    findAccount: (_context, id) => ({ accountId: id, claims: () => ({ sub: id, ...accounts[id] }) }),
    // Most providers put the address into the ID token.
    conformIdTokenClaims: false,
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    cookies: { keys: ["for this test"] },
    pkce: { required: () => true },
  });
  const handle = provider.callback();
  server.on("request", (request, response) => void handle(request, response));
  return { issuer, server };
}

const { issuer, server } = await startProvider();
afterAll(() => new Promise((resolve) => server.close(resolve)));
const oidc: OidcConfig = {
  issuer,
  clientId: "assay",
  clientSecret: "client secret",
  name: "The provider",
  trustEmail: false,
  only: false,
};
const desk = await testDesk({ oidc, publicUrl: "http://desk.test" });
afterAll(() => desk.close());

type Jar = Map<string, string>;
const cookieHeader = (jar: Jar) => [...jar].map(([name, value]) => `${name}=${value}`).join("; ");

/** One step at the provider: its cookies are kept. */
async function visit(jar: Jar, url: string, form?: Record<string, string>): Promise<Response> {
  const response = await fetch(url, {
    redirect: "manual",
    headers: { cookie: cookieHeader(jar) },
    ...(form && { method: "POST", body: new URLSearchParams(form) }),
  });
  for (const line of response.headers.getSetCookie()) {
    const [pair = ""] = line.split(";");
    jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
  }
  return response;
}

/** From the button to the address that the provider sends the browser back to. */
async function throughProvider(account: string): Promise<{ back: string; cookie: string }> {
  const out = await desk.app.inject({ method: "GET", url: "/v1/login/oidc" });
  expect(out.statusCode).toBe(302);
  const cookie = out.cookies.find(({ name }) => name === "assay_oidc")!;
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax", path: "/v1/login/oidc" });
  const jar: Jar = new Map();
  let url = String(out.headers.location);
  for (let step = 0; step < 12; step++) {
    if (url.startsWith(redirectUri)) return { back: url, cookie: `assay_oidc=${cookie.value}` };
    const page = await visit(jar, url);
    const location = page.headers.get("location");
    if (location) {
      url = new URL(location, url).href;
      continue;
    }
    // The provider's own page: log in, then agree.
    const html = await page.text();
    const action = new URL(/action="([^"]+)"/.exec(html)![1]!, url).href;
    const prompt = /name="prompt" value="(\w+)"/.exec(html)![1]!;
    const sent = await visit(jar, action, { prompt, login: account, password: "any" });
    url = new URL(sent.headers.get("location")!, action).href;
  }
  throw new Error("the provider never sent the browser back");
}

const comeBack = (back: string, cookie: string) => {
  const { pathname, search } = new URL(back);
  return desk.app.inject({ method: "GET", url: pathname + search, headers: { cookie } });
};
const meOf = async (session: string) =>
  (await desk.app.inject({ method: "GET", url: "/v1/me", headers: { cookie: `assay_session=${session}` } })).json<Me>();

const invited = await desk.asUser(["lead"]);
await desk.asUser(["moderator"]);

test("the log-in page is told that there is a provider", async () => {
  expect((await desk.asNobody("GET", "/v1/login")).body).toEqual({ password: true, oidc: "The provider" });
});

test("an invited person comes in by the provider, and is known by its subject from then on", async () => {
  const { back, cookie } = await throughProvider("ada");
  const response = await comeBack(back, cookie);
  expect([response.statusCode, response.headers.location]).toEqual([302, "/"]);
  const session = response.cookies.find(({ name }) => name === "assay_session")!;
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Strict" });
  expect((await meOf(session.value)).user.id).toBe(invited.id);
  // The address changes at the provider; the person stays the person.
  accounts["ada"]!.email = "ada@elsewhere.example";
  const again = await throughProvider("ada");
  const later = await comeBack(again.back, again.cookie);
  expect((await meOf(later.cookies.find(({ name }) => name === "assay_session")!.value)).user.id).toBe(invited.id);
  const audit = await (await desk.asUser(["admin"])).ask<{ data: { what: string; details: object }[] }>(
    "GET",
    "/v1/audit",
  );
  expect(audit.body.data).toContainEqual(expect.objectContaining({ what: "user.logged_in", details: { by: "oidc" } }));
});

test("the way back works once, and only in the browser that began it", async () => {
  const { back, cookie } = await throughProvider("ada");
  const stolen = await comeBack(back, "");
  expect(stolen.headers.location).toBe("/login?failed=refused");
  const other = await throughProvider("ada");
  expect((await comeBack(back, other.cookie)).headers.location).toBe("/login?failed=refused");
  const forged = new URL(back);
  forged.searchParams.set("code", "forged");
  expect((await comeBack(forged.href, cookie)).headers.location).toBe("/login?failed=refused");
  expect((await comeBack(back, cookie)).headers.location).toBe("/");
  expect((await comeBack(back, cookie)).headers.location).toBe("/login?failed=refused");
});

test.each(["unverified", "stranger"])(
  "%s: nobody comes in by an address that is not verified, or was not invited",
  async (who) => {
    const { back, cookie } = await throughProvider(who);
    const response = await comeBack(back, cookie);
    expect(response.headers.location).toBe("/login?failed=unknown");
    expect(response.cookies.some(({ name }) => name === "assay_session")).toBe(false);
  },
);

test("who is disabled here does not come in by the provider", async () => {
  await desk.database.owner.query("update users set disabled = true where id = $1", [invited.id]);
  const { back, cookie } = await throughProvider("ada");
  expect((await comeBack(back, cookie)).headers.location).toBe("/login?failed=unknown");
  await desk.database.owner.query("update users set disabled = false where id = $1", [invited.id]);
});

test("a provider that does not answer is told, and asked again the next time", async () => {
  const away = await testDesk({ oidc: { ...oidc, issuer: "http://127.0.0.1:9" }, publicUrl: "http://desk.test" });
  expect(await away.asNobody("GET", "/v1/login/oidc")).toMatchObject({ status: 503, body: { code: "unavailable" } });
  await away.close();
});

test("where the provider is the only way, a password opens nothing; without one there is no such way", async () => {
  const only = await testDesk({ oidc: { ...oidc, only: true }, publicUrl: "http://desk.test" });
  const refused = await only.asNobody("POST", "/v1/login", { email: "person1@example.org", password: "x" });
  expect(refused.status).toBe(403);
  await only.close();
  const none = await testDesk();
  expect((await none.asNobody("GET", "/v1/login")).body).toEqual({ password: true, oidc: null });
  expect((await none.asNobody("GET", "/v1/login/oidc")).status).toBe(404);
  await none.close();
});
