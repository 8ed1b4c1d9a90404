#!/usr/bin/env node
/**
 * `npm start`, `npm test`, `npm run check` …: what is missing is installed first, then the work is done under the Node that comes with
 * the lockfile. This file itself runs on any Node from 18 on, before anything is installed: plain JavaScript, nothing but Node's own modules.
 */
import { spawn, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { brotliCompressSync } from "node:zlib";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
process.chdir(root);
const [task = "", ...args] = process.argv.slice(2);
const bin = join(root, "node_modules/.bin");
const ci = Boolean(process.env.CI);

function say(text) {
  console.error(`assay: ${text}`);
}

/** The lockfile's Node; where the platform has none there, the machine's own if it is new enough. */
function node() {
  const own = join(bin, process.platform === "win32" ? "node.cmd" : "node");
  if (existsSync(own)) return own;
  if (Number(process.versions.node.split(".")[0]) >= 24) return process.execPath;
  say(
    `no Node 24 comes with npm for ${process.platform} ${process.arch}, and this is ${process.version}: install Node 24`,
  );
  process.exit(1);
}

function environment() {
  return { ...process.env, PATH: `${bin}${process.platform === "win32" ? ";" : ":"}${process.env.PATH}` };
}

/** Runs a command to its end; what it prints passes through. */
function run(command, commandArgs, env = {}) {
  return spawnSync(command, commandArgs, { stdio: "inherit", env: { ...environment(), ...env } }).status ?? 1;
}

const hash = (file) => createHash("sha256").update(readFileSync(file)).digest("hex");

/** Installs from the lockfile, unless that was done for this very lockfile. */
function install() {
  const mark = join(root, "node_modules/.assay-installed");
  const wanted = hash(join(root, "package-lock.json"));
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return;
  if (!ci && existsSync(join(root, "node_modules/.package-lock.json")) && isInstalled()) {
    writeFileSync(mark, wanted);
    return;
  }
  say("installing packages (once; about half a minute) …");
  const started = Date.now();
  // Not `npm ci`: a registry that lacks another platform's binaries makes a lockfile without them, which `ci` refuses.
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const status = run(command, [...first, "install", "--no-save", "--ignore-scripts", "--loglevel=error"]);
  if (status !== 0) {
    say("npm could not install the packages; what it said stands above");
    process.exit(status);
  }
  writeFileSync(mark, wanted);
  say(`installed in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** Whether node_modules already is what the lockfile says, as after `npm install`. */
function isInstalled() {
  const packages = (file) => JSON.parse(readFileSync(file, "utf8")).packages;
  const there = packages(join(root, "node_modules/.package-lock.json"));
  return Object.entries(packages(join(root, "package-lock.json"))).every(
    ([path, entry]) =>
      !path.startsWith("node_modules/") || entry.optional || entry.link || there[path]?.version === entry.version,
  );
}

/** Builds the console unless its sources are those it was last built from. */
function buildConsole() {
  const folder = join(root, "packages/console");
  const mark = join(folder, "dist/.built-from");
  const files = ["index.html", "vite.config.ts", "package.json", "src", "public"].flatMap((name) =>
    filesIn(join(folder, name)),
  );
  files.push(...filesIn(join(root, "packages/contract/src")));
  const state = createHash("sha256");
  for (const file of files) state.update(`${file}\0${hash(file)}\0`);
  const wanted = state.digest("hex");
  if (existsSync(mark) && readFileSync(mark, "utf8") === wanted) return 0;
  say("building the console …");
  const status = run(node(), [join(root, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn", folder]);
  if (status === 0) {
    compress(join(folder, "dist"));
    mkdirSync(dirname(mark), { recursive: true });
    writeFileSync(mark, wanted);
  }
  return status;
}

/** Beside each text file its Brotli form, which the server sends to browsers that take it. */
function compress(folder) {
  for (const file of filesIn(folder)) {
    if (/\.(js|css|html|svg)$/.test(file)) writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)));
  }
}

function filesIn(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesIn(join(path, name)));
}

/** A real Chromium: the system's, else Debian's package where that can be installed; undefined where it cannot. */
function chromium() {
  const known = [
    process.env.ASSAY_CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/snap/bin/chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ];
  const found = known.find((path) => path && existsSync(path));
  if (found) return found;
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined;
  say("installing Debian's chromium for the browser tests, as root (once; about a minute) …");
  const quiet = { DEBIAN_FRONTEND: "noninteractive" };
  if (run("apt-get", ["update", "-qq"], quiet) === 0)
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", "chromium"], quiet);
  return existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : undefined;
}

const vitest = (project, env = {}) =>
  run(node(), [join(root, "node_modules/vitest/vitest.mjs"), "run", "--project", project, ...args], env);

function browserTests() {
  const path = chromium();
  if (path) return vitest("browser", { ASSAY_CHROMIUM: path });
  say(
    "browser tests skipped: no Chromium here. Install one (Debian: apt-get install chromium), or name it in ASSAY_CHROMIUM.",
  );
  return ci ? 1 : 0;
}

/** On a machine with PostgreSQL running, the storage tests run on it as well; on CI it must be there. */
function serverTests() {
  const url = process.env.ASSAY_TEST_DATABASE_URL ?? "postgres://postgres@127.0.0.1:5432/postgres";
  const probe = `import pg from "pg"; const c = new pg.Client(${JSON.stringify(url)}); await c.connect(); await c.end();`;
  const there = spawnSync(node(), ["--input-type=module", "-e", probe], { cwd: root }).status === 0;
  if (there) return vitest("db", { ASSAY_TEST_DATABASE_URL: url });
  say("storage tests on a PostgreSQL server skipped: none answers. Name one in ASSAY_TEST_DATABASE_URL.");
  return ci ? 1 : 0;
}

const tool = (name, ...toolArgs) => run(node(), [join(root, "node_modules", name), ...toolArgs]);
const types = () =>
  tool("@typescript/native/bin/tsc", "-p", ".") || tool("@typescript/native/bin/tsc", "-p", "packages/console");

const steps = {
  format_and_lint: () => run(join(bin, "biome"), ["ci", "."]),
  types,
  layers: () =>
    tool(
      "dependency-cruiser/bin/dependency-cruiser.mjs",
      "--config",
      ".dependency-cruiser.mjs",
      "packages",
      "examples",
      "evals",
      "bench",
    ),
  dead_code: () => tool("knip/bin/knip.js", "--no-progress"),
  unit: () => vitest("unit"),
  storage_embedded: () => vitest("db"),
  storage_server: serverTests,
  browser: () => buildConsole() || browserTests(),
};
const tests = ["unit", "storage_embedded", "browser"];

/** Runs steps one after the other, all of them, and says at the end how each went. */
function all(names) {
  const results = names.map((name) => {
    say(`── ${name}`);
    const started = Date.now();
    const status = steps[name]();
    return { name, status, seconds: Math.round((Date.now() - started) / 1000) };
  });
  for (const { name, status, seconds } of results) say(`${status === 0 ? "passed" : "FAILED"}  ${name} (${seconds} s)`);
  const failed = results.filter((result) => result.status !== 0).length;
  console.log(`${results.length - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

install();
switch (task) {
  case "start": {
    const status = buildConsole();
    if (status !== 0) process.exit(status);
    // The signal goes to the server, which stops in order; this process only waits for it.
    const child = spawn(node(), [join(root, "packages/cli/src/main.ts"), "start", "--demo", ...args], {
      stdio: "inherit",
      env: environment(),
    });
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"])
      process.on(signal, () => signal === "SIGINT" || child.kill(signal));
    child.on("exit", (code, signal) => process.exit(signal ? 1 : (code ?? 0)));
    break;
  }
  case "test":
    process.exit(all(tests));
    break;
  case "check":
    process.exit(all(Object.keys(steps)));
    break;
  case "rest":
    process.exit(all(Object.keys(steps).filter((name) => !tests.includes(name))));
    break;
  case "evals":
    process.exit(run(node(), ["evals/main.ts", ...args]));
    break;
  case "bench":
    process.exit(run(node(), ["bench/main.ts", ...args]));
    break;
  default:
    if (!(task in steps)) {
      say(`unknown task "${task}"; known: start, test, check, evals, bench, ${Object.keys(steps).join(", ")}`);
      process.exit(2);
    }
    process.exit(steps[task]());
}
