/** Logging in by the installation's identity provider: out to it, and back. */
import { AssayError } from "@assay/contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { type OidcPassage, OidcProvider } from "../access/index.ts";
import type { Deps } from "../deps.ts";
import { startSession } from "./enter.ts";
import type { App } from "./route.ts";

const passageCookie = "assay_oidc";
const path = "/v1/login/oidc";
/** How long a person may take at the provider, in seconds. */
const passageS = 600;
const purpose = "oidc passage";

export async function oidcRoutes(app: App, deps: Deps): Promise<void> {
  const { config, access, sealer } = deps;
  const provider = config.oidc && new OidcProvider(config.oidc);

  app.get(
    "/v1/login",
    {
      config: { permission: "public" },
      schema: {
        summary: "How people may log in here",
        response: {
          200: z.object({ password: z.boolean(), oidc: z.string().nullable().describe("the provider's name") }),
        },
      },
    },
    async () => ({ password: !config.oidc?.only, oidc: config.oidc?.name ?? null }),
  );

  app.get(
    path,
    {
      config: { permission: "public" },
      schema: { summary: "Go to the identity provider; it sends the browser back", response: { 302: z.null() } },
    },
    async (request, reply) => {
      if (!provider) throw new AssayError("not_found", "This installation has no identity provider.");
      const { url, passage } = await provider.begin(`${originOf(request)}${path}/callback`).catch((error) => {
        request.log.error({ err: error }, "the identity provider does not answer");
        throw new AssayError(
          "unavailable",
          "The identity provider does not answer; try again, or log in with a password.",
        );
      });
      // Lax: the way back begins at the provider's site.
      reply.setCookie(passageCookie, sealer.seal(JSON.stringify(passage), purpose), {
        path,
        httpOnly: true,
        sameSite: "lax",
        secure: config.secureCookies,
        maxAge: passageS,
      });
      return reply.redirect(url.href, 302);
    },
  );

  app.get(
    `${path}/callback`,
    {
      config: { permission: "public" },
      schema: { summary: "Where the identity provider sends the browser back to", response: { 302: z.null() } },
    },
    async (request, reply) => {
      if (!provider) throw new AssayError("not_found", "This installation has no identity provider.");
      reply.clearCookie(passageCookie, { path });
      const failed = (why: "refused" | "unknown", error: unknown): FastifyReply => {
        request.log.warn({ err: error }, "a log-in by the identity provider failed");
        return reply.redirect(`/login?failed=${why}`, 302);
      };
      let person: Awaited<ReturnType<typeof provider.finish>>;
      try {
        const sealed = request.cookies[passageCookie];
        if (!sealed) throw new Error("no cookie of this log-in");
        const passage = JSON.parse(sealer.open(sealed, purpose)) as OidcPassage;
        person = await provider.finish(new URL(request.url, originOf(request)), passage);
      } catch (error) {
        return failed("refused", error);
      }
      try {
        await startSession(deps, reply, await access.loginByOidc(person.subject, person.verifiedEmail), "oidc");
      } catch (error) {
        if (error instanceof AssayError) return failed("unknown", error);
        throw error;
      }
      return reply.redirect("/", 302);
    },
  );

  const originOf = (request: FastifyRequest) =>
    config.publicUrl?.replace(/\/$/, "") ?? `${request.protocol}://${request.host}`;
}
