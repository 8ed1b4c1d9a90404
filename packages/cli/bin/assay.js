#!/usr/bin/env node
// Runs under the Node that came with the lockfile, whatever Node started it: TypeScript sources need 24.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

if (Number(process.versions.node.split(".")[0]) >= 24) {
  await import("../src/main.ts");
} else {
  const node = fileURLToPath(new URL("../../../node_modules/.bin/node", import.meta.url));
  if (!existsSync(node)) {
    console.error(`assay: Node 24 is needed and this is ${process.version}. Run npm install in the checkout first.`);
    process.exit(1);
  }
  const entry = fileURLToPath(new URL("../src/main.ts", import.meta.url));
  const child = spawnSync(node, [entry, ...process.argv.slice(2)], { stdio: "inherit" });
  process.exit(child.status ?? 1);
}
