/** What every file of routes uses: the typed app, who asks, and the permission that a route declares. */
import { AssayError } from "@assay/contract";
import type { FastifyInstance } from "fastify";
import type { ZodTypeProvider } from "fastify-type-provider-zod";
import type { Permission, Principal } from "../access/index.ts";
import type { Rates } from "./rate.ts";

declare module "fastify" {
  interface FastifyInstance {
    rates: Rates;
  }
  interface FastifyRequest {
    principal: Principal | null;
  }
  interface FastifyContextConfig {
    /** Who may call the route; a route under /v1 without one cannot be registered. */
    permission?: Permission | "public";
  }
}

/** The app, with types from the Zod schemas of its routes. */
export const appOf = (app: FastifyInstance) => app.withTypeProvider<ZodTypeProvider>();
export type App = ReturnType<typeof appOf>;

/** The principal of a request whose route declares a permission. */
export function principalOf(request: { principal: Principal | null }): Principal {
  if (!request.principal) throw new AssayError("unauthenticated");
  return request.principal;
}
