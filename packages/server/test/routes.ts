/** The list of routes as they declare themselves, for tests that go over all of them. */
import fastify from "fastify";
import { serializerCompiler, validatorCompiler } from "fastify-type-provider-zod";
import type { Permission } from "../src/access/index.ts";
import type { Deps } from "../src/deps.ts";
import { decisionRoutes } from "../src/http/decisions.ts";
import { deskRoutes } from "../src/http/desk.ts";
import { eventRoutes } from "../src/http/events.ts";
import { appOf } from "../src/http/route.ts";
import { tryRoutes } from "../src/http/try.ts";

export interface Route {
  method: string;
  /** With `:name` where something has to be filled in. */
  url: string;
  permission: Permission | "public";
}

export async function routesOf(deps: Deps): Promise<Route[]> {
  const bare = fastify();
  bare.setValidatorCompiler(validatorCompiler);
  bare.setSerializerCompiler(serializerCompiler);
  const routes: Route[] = [];
  bare.addHook("onRoute", ({ method, url, config }) => {
    for (const one of [method].flat()) {
      if (one !== "HEAD") routes.push({ method: one, url, permission: config!.permission! });
    }
  });
  for (const register of [eventRoutes, decisionRoutes, tryRoutes, ...deskRoutes]) {
    await bare.register(async (scope) => register(appOf(scope), deps));
  }
  await bare.ready();
  await bare.close();
  return routes;
}
