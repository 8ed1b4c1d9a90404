/** Coming in: the session's cookie, and who came in how. */
import type { FastifyReply } from "fastify";
import { type OpenedSession, type Principal, sessionCookie, sessionMs } from "../access/index.ts";
import { appendAudit } from "../audit/index.ts";
import type { Database } from "../db/index.ts";
import type { Deps } from "../deps.ts";

/** Gives the browser its session, and writes down who came in how. */
export async function startSession(
  { config, db }: Pick<Deps, "config" | "db">,
  reply: FastifyReply,
  session: OpenedSession,
  by: string,
): Promise<void> {
  reply.setCookie(sessionCookie, session.token, {
    path: "/",
    httpOnly: true,
    sameSite: "strict",
    secure: config.secureCookies,
    maxAge: sessionMs / 1000,
  });
  await recordOf(db, session.principal, "user.logged_in", { by });
}

/** An entry of the audit log about the person's own account. */
export function recordOf(
  db: Database,
  person: Principal,
  what: string,
  details: Record<string, unknown> = {},
): Promise<void> {
  return db.transaction(person.marketplace, (tx) =>
    appendAudit(tx, person.marketplace, { actor: person.id, what, subject: person.id, details }),
  );
}
