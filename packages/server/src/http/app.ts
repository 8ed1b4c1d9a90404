/** The HTTP server: who may ask, what they may ask, and how errors are told. Each topic's routes stand in a file of their own. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { AssayError } from "@assay/contract";
import cookie from "@fastify/cookie";
import multipart from "@fastify/multipart";
import fixed from "@fastify/static";
import swagger from "@fastify/swagger";
import fastify, { type FastifyBaseLogger, type FastifyInstance } from "fastify";
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
} from "fastify-type-provider-zod";
import { requirePermission } from "../access/index.ts";
import type { Deps } from "../deps.ts";
import { decisionRoutes } from "./decisions.ts";
import { deskRoutes } from "./desk.ts";
import { eventRoutes } from "./events.ts";
import { healthRoutes } from "./health.ts";
import { openApiRoutes } from "./openapi.ts";
import { sendProblem } from "./problems.ts";
import { Rates } from "./rate.ts";
import { appOf } from "./route.ts";
import { tryRoutes } from "./try.ts";

/** Largest body of a request, in bytes; uploads of pictures have a limit of their own. */
export const maxBodyBytes = 1024 * 1024;

/** Folder of the built console. */
export const consoleFolder = join(import.meta.dirname, "../../../console/dist");

export async function buildApp(deps: Deps): Promise<FastifyInstance> {
  // Every request would be a line; those that fail are enough.
  const requestLog: FastifyBaseLogger = deps.log.child(
    {},
    { level: deps.log.level === "info" ? "warn" : deps.log.level },
  );
  const bare: FastifyInstance = fastify({
    loggerInstance: requestLog,
    bodyLimit: maxBodyBytes,
    trustProxy: deps.config.trustProxy ?? false,
    genReqId: () => `req_${randomUUID().replaceAll("-", "")}`,
    forceCloseConnections: "idle",
    requestTimeout: 60_000,
    // Signed links stand in the path.
    routerOptions: { maxParamLength: 1500 },
  });
  bare.setValidatorCompiler(validatorCompiler);
  bare.setSerializerCompiler(serializerCompiler);
  bare.setErrorHandler((error, request, reply) => sendProblem(error, request, reply));
  bare.removeContentTypeParser("text/plain");
  bare.decorateRequest("principal", null);
  await bare.register(cookie);
  await bare.register(multipart, { limits: { fileSize: 20 * 1024 * 1024, files: 1 } });
  await bare.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Assay",
        version: "1",
        description:
          "The trust & safety desk for resale marketplaces. Every error is a problem-details body, listed in docs/errors.md.",
      },
      components: {
        securitySchemes: {
          key: { type: "http", scheme: "bearer", description: "An API key of the marketplace" },
          session: {
            type: "apiKey",
            in: "cookie",
            name: "assay_session",
            description: "A person's session at the desk",
          },
        },
      },
      security: [{ key: [] }, { session: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });

  // Connections that were at work when the shutdown began are not kept for another request.
  let closing = false;
  bare.addHook("preClose", async () => {
    closing = true;
  });
  bare.addHook("onSend", async (_request, reply) => {
    if (closing) reply.header("connection", "close");
  });

  bare.addHook("onRoute", (route) => {
    if (route.url.startsWith("/v1") && !route.config?.permission)
      throw new Error(`${route.url} declares no permission`);
  });
  bare.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "unknown";
    deps.metrics.answered(request.method, route, reply.statusCode, reply.elapsedTime);
  });
  const rates = new Rates();
  bare.decorate("rates", rates);
  bare.addHook("onRequest", async (request, reply) => {
    reply.headers(securityHeaders);
    const permission = request.routeOptions.config.permission;
    if (!permission || permission === "public") return;
    request.principal = await deps.access.authenticate(request);
    requirePermission(request.principal, permission);
    rates.take(request.principal, 1, reply);
  });

  const app = appOf(bare);
  for (const routes of [healthRoutes, openApiRoutes, eventRoutes, decisionRoutes, tryRoutes, ...deskRoutes]) {
    await app.register(async (scope) => routes(appOf(scope), deps));
  }
  await serveConsole(bare);
  return bare;
}

const securityHeaders = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'self'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
};

/** The console is one page: every address that is neither the API nor a file of it is that page. */
async function serveConsole(app: FastifyInstance): Promise<void> {
  const built = existsSync(join(consoleFolder, "index.html"));
  if (built) {
    await app.register(fixed, {
      root: consoleFolder,
      preCompressed: true,
      setHeaders: (reply, path) => {
        const hashed = path.includes("/assets/");
        reply.header("cache-control", hashed ? "public, max-age=31536000, immutable" : "no-cache");
      },
    });
  }
  app.setNotFoundHandler((request, reply) => {
    const page =
      request.method === "GET" &&
      !request.url.startsWith("/v1/") &&
      (request.headers.accept ?? "").includes("text/html");
    if (page && built) return reply.header("cache-control", "no-cache").sendFile("index.html");
    return sendProblem(
      new AssayError("not_found", `There is no ${request.method} ${request.url.split("?")[0]}.`),
      request,
      reply,
    );
  });
}
