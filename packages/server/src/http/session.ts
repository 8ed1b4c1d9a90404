/** Logging in and out, and oneself. */
import { meSchema } from "@assay/contract";
import type { FastifyReply } from "fastify";
import { z } from "zod";
import { type Principal, sessionCookie, sessionMs, updateUser } from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import type { Deps } from "../deps.ts";
import { type App, principalOf } from "./route.ts";

const done = { 204: z.null() };
const password = z.string().max(1000);

export async function sessionRoutes(app: App, { access, config, db }: Deps): Promise<void> {
  app.post(
    "/v1/login",
    {
      config: { permission: "public" },
      schema: {
        summary: "Log in with e-mail and password; the session is a cookie",
        body: z.object({ email: z.string().max(320), password, marketplace: z.string().max(200).optional() }),
        response: { 200: meSchema },
      },
    },
    async ({ body }, reply) =>
      opened(reply, await access.login(body.email, body.password, body.marketplace), "password"),
  );

  app.post(
    "/v1/login/link",
    {
      config: { permission: "public" },
      schema: {
        summary: "Log in with a one-time link's token",
        body: z.object({ token: z.string().max(200) }),
        response: { 200: meSchema },
      },
    },
    async ({ body }, reply) => opened(reply, await access.loginByLink(body.token), "link"),
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

  async function opened(reply: FastifyReply, session: { token: string; principal: Principal }, by: string) {
    reply.setCookie(sessionCookie, session.token, {
      path: "/",
      httpOnly: true,
      sameSite: "strict",
      secure: config.secureCookies,
      maxAge: sessionMs / 1000,
    });
    await record(session.principal, "user.logged_in", { by });
    return access.me(session.principal);
  }

  function record(person: Principal, what: string, details: Record<string, unknown> = {}): Promise<void> {
    return db.transaction(person.marketplace, (tx) =>
      appendAudit(tx, person.marketplace, { actor: person.id, what, subject: person.id, details }),
    );
  }
}
