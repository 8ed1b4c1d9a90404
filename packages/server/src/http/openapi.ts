/** The API's description, for machines and for people. */
import type { Deps } from "../deps.ts";
import type { App } from "./route.ts";

interface Operation {
  summary?: string;
  description?: string;
  parameters?: { name: string; in: string; required?: boolean; description?: string }[];
  requestBody?: { content?: Record<string, { schema?: unknown }> };
  responses?: Record<string, { content?: Record<string, { schema?: unknown }> }>;
}

export async function openApiRoutes(app: App, _deps: Deps): Promise<void> {
  app.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
  app.get("/docs", { schema: { hide: true } }, async (_request, reply) =>
    reply.type("text/html; charset=utf-8").send(page(app.swagger())),
  );
}

/** One readable page without scripts, made from the description. */
function page(api: ReturnType<App["swagger"]>): string {
  const { info, paths = {} } = api as { info: { title: string; description?: string }; paths?: Record<string, object> };
  const operations = Object.entries(paths)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => section(path, method, operation as Operation)),
    );
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(info.title)} API</title>
<style>
:root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}
h2{font-size:1rem;margin:2rem 0 .25rem}code{font:13px ui-monospace,monospace}b.m{display:inline-block;min-width:4.5em}
details{margin:.25rem 0}pre{overflow:auto;background:color-mix(in srgb,currentColor 6%,transparent);padding:.75rem;border-radius:6px;font-size:12.5px}
table{border-collapse:collapse}td{padding:.1rem .8rem .1rem 0;vertical-align:top}
</style>
<h1>${escaped(info.title)} API</h1><p>${escaped(info.description ?? "")}</p>
<p>The same for machines: <a href="/openapi.json">/openapi.json</a> (OpenAPI 3.1). Schemas by name are at its end, under <code>components</code>.</p>
${operations.join("\n")}
<h2>Schemas</h2>${Object.entries((api as { components?: { schemas?: object } }).components?.schemas ?? {})
    .map(
      ([name, schema]) =>
        `<details id="${escaped(name)}"><summary><code>${escaped(name)}</code></summary>${json(schema)}</details>`,
    )
    .join("")}</html>`;
}

function section(path: string, method: string, operation: Operation): string {
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
  const answers = Object.entries(operation.responses ?? {}).flatMap(([status, response]) => {
    const schema = Object.values(response.content ?? {})[0]?.schema;
    return schema ? `<details><summary>answer ${escaped(status)}</summary>${json(schema)}</details>` : [];
  });
  const parameters = (operation.parameters ?? []).map(
    ({ name, in: where, required }) =>
      `<tr><td><code>${escaped(name)}</code></td><td>${escaped(where)}${required ? ", required" : ""}</td></tr>`,
  );
  return `<h2><b class="m">${method.toUpperCase()}</b> <code>${escaped(path)}</code></h2><div>${escaped(operation.summary ?? "")}</div>
<p>${escaped(operation.description ?? "")}</p>${parameters.length > 0 ? `<table>${parameters.join("")}</table>` : ""}
${body ? `<details><summary>body</summary>${json(body)}</details>` : ""}${answers.join("")}`;
}

const json = (value: unknown) => `<pre>${escaped(JSON.stringify(value, null, 2))}</pre>`;
const escaped = (text: string) =>
  text.replace(/[&<>"]/g, (char) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[char]!);
