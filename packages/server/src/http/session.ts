/** Logging in and out, and oneself. */
import { AssayError, meSchema } from "@assay/contract";
import type { FastifyReply } from "fastify";
import { renderSVG } from "uqr";
import { z } from "zod";
import { type OpenedSession, type Principal, sessionCookie, updateUser } from "../access/index.ts";
import type { Deps } from "../deps.ts";
import { recordOf, startSession } from "./enter.ts";
import { type App, principalOf } from "./route.ts";

const done = { 204: z.null() };
const password = z.string().max(1000);
/** Six digits of the authenticator app, or a recovery code. */
const code = z.string().max(40);

export async function sessionRoutes(app: App, deps: Deps): Promise<void> {
  const { access, config, db } = deps;
  app.post(
    "/v1/login",
    {
      config: { permission: "public" },
      schema: {
        summary: "Log in with e-mail and password; the session is a cookie",
        body: z.object({
          email: z.string().max(320),
          password,
          code: code.optional(),
          marketplace: z.string().max(200).optional(),
        }),
        response: { 200: meSchema },
      },
    },
    async ({ body }, reply) => {
      if (config.oidc?.only) throw new AssayError("forbidden", `People log in here by ${config.oidc.name}.`);
      return opened(reply, await access.login(body.email, body.password, body), "password");
    },
  );

  app.post(
    "/v1/login/link",
    {
      config: { permission: "public" },
      schema: {
        summary: "Log in with a one-time link's token",
        body: z.object({ token: z.string().max(200), code: code.optional() }),
        response: { 200: meSchema },
      },
    },
    async ({ body }, reply) => opened(reply, await access.loginByLink(body.token, body.code), "link"),
  );

  app.post(
    "/v1/password",
    {
      config: { permission: "desk.use" },
      schema: { summary: "Set one's own password", body: z.object({ password }), response: done },
    },
    async (request, reply) => {
      const person = principalOf(request);
      await access.setPassword(person, request.body.password, request.cookies[sessionCookie]);
      await record(person, "user.password_set");
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/v1/second_factor",
    {
      config: { permission: "desk.use" },
      schema: {
        summary: "Begin a second factor (TOTP); it is in force once a code of it was given",
        response: {
          200: z.object({
            secret: z.string(),
            uri: z.string(),
            qr: z.string().describe("the uri as a QR code, an SVG"),
          }),
        },
      },
    },
    async (request) => {
      const { secret, uri } = await access.beginSecondFactor(principalOf(request));
      return { secret, uri, qr: renderSVG(uri, { border: 2 }) };
    },
  );

  app.post(
    "/v1/second_factor/confirm",
    {
      config: { permission: "desk.use" },
      schema: {
        summary: "Put the second factor in force; the recovery codes are shown this once, other sessions end",
        body: z.object({ code }),
        response: { 200: z.object({ recovery_codes: z.array(z.string()) }) },
      },
    },
    async (request) => {
      const person = principalOf(request);
      const codes = await access.confirmSecondFactor(person, request.body.code, request.cookies[sessionCookie]);
      await record(person, "user.second_factor_set");
      return { recovery_codes: codes };
    },
  );

  app.post(
    "/v1/second_factor/end",
    {
      config: { permission: "desk.use" },
      schema: { summary: "End one's own second factor", body: z.object({ code }), response: done },
    },
    async (request, reply) => {
      const person = principalOf(request);
      await access.endSecondFactor(person, request.body.code);
      await record(person, "user.second_factor_ended");
      return reply.code(204).send(null);
    },
  );

  app.post(
    "/v1/logout",
    { config: { permission: "desk.use" }, schema: { summary: "End the session", response: done } },
    async (request, reply) => {
      await access.logout(principalOf(request), request.cookies[sessionCookie]);
      return reply.clearCookie(sessionCookie, { path: "/" }).code(204).send(null);
    },
  );

  app.get(
    "/v1/me",
    {
      config: { permission: "desk.use" },
      schema: { summary: "Who is logged in, where, and what they may do", response: { 200: meSchema } },
    },
    async (request) => access.me(principalOf(request)),
  );

  app.patch(
    "/v1/me",
    {
      config: { permission: "desk.use" },
      schema: {
        summary: "Change one's own name or language",
        body: z.object({
          name: z.string().trim().min(1).max(200).optional(),
          language: z.enum(["en", "fr"]).optional(),
        }),
        response: { 200: meSchema },
      },
    },
    async (request) => {
      const person = principalOf(request);
      await updateUser(db.for(person.marketplace), person.id, request.body);
      return access.me(person);
    },
  );

  async function opened(reply: FastifyReply, session: OpenedSession, by: string) {
    await startSession(deps, reply, session, by);
    return access.me(session.principal);
  }

  function record(person: Principal, what: string): Promise<void> {
    return recordOf(db, person, what);
  }
}
