/** The edges of DESIGN.md, section 3. Each rule says why an import is refused. */
const server = [
  "config",
  "db",
  "access",
  "audit",
  "jobs",
  "measure",
  "intake",
  "history",
  "policies",
  "decisions",
  "cases",
  "actions",
  "notices",
  "transparency",
  "stream",
  "quality",
  "http",
];
const inServer = (folder) => `^packages/server/src/${folder}/`;

/** A package may import these packages of the workspace, and no others. */
const edges = {
  contract: [],
  detectors: ["contract"],
  policy: ["contract"],
  sdk: ["contract"],
  console: ["contract", "sdk"],
  server: ["contract", "detectors", "policy"],
  cli: ["server", "sdk", "contract"],
};

export default {
  forbidden: [
    {
      name: "no-cycles",
      comment: "Cycles make load order matter and folders inseparable.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "resolvable",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    ...Object.entries(edges).map(([name, allowed]) => ({
      name: `${name}-imports-${allowed.join("-") || "nothing"}`,
      comment: `packages/${name} may import ${allowed.join(", ") || "no other package"}: the edges of docs/architecture.md.`,
      severity: "error",
      from: { path: `^packages/${name}/src/`, pathNot: "\\.test\\.tsx?$" },
      to: { path: "^(packages|examples|evals|bench)/", pathNot: `^packages/(${[name, ...allowed].join("|")})/` },
    })),
    {
      name: "market-knows-the-sdk-only",
      comment: "Whoever writes the scams does not read the catcher.",
      severity: "error",
      from: { path: "^examples/market/src/" },
      to: { path: "^(packages|evals|bench)/", pathNot: "^packages/(sdk|contract)/" },
    },
    {
      name: "detectors-do-not-import-each-other",
      comment: "What several detectors need lives in text/, image/, account/, lists/ or market/.",
      severity: "error",
      from: { path: "^packages/detectors/src/([^/]+)/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^packages/detectors/src/[^/]+/",
        pathNot: "^packages/detectors/src/($1|text|image|account|lists|market)/",
      },
    },
    {
      name: "recognisers-do-not-know-detectors",
      comment: "text/, image/, account/, lists/ and market/ serve detectors, not the other way round.",
      severity: "error",
      from: { path: "^packages/detectors/src/(text|image|account|lists|market)/", pathNot: "\\.test\\.ts$" },
      to: {
        path: "^packages/detectors/src/[^/]+/",
        pathNot: "^packages/detectors/src/(text|image|account|lists|market)/",
      },
    },
    ...server.map((folder, index) => ({
      name: `server-${folder}-imports-earlier-folders`,
      comment: `server/src/${folder} may import ${server.slice(0, index).join(", ") || "no other folder"}.`,
      severity: "error",
      from: { path: inServer(folder), pathNot: folder === "http" || folder === "jobs" ? ".*" : "\\.test\\.ts$" },
      to: { path: "^packages/server/src/", pathNot: `^packages/server/src/(${server.slice(0, index + 1).join("|")})/` },
    })),
    {
      name: "server-folders-are-entered-by-index",
      comment: "A folder's index.ts is its face; the rest may change.",
      severity: "error",
      from: { path: "^packages/server/src/([^/]+)/", pathNot: "\\.test\\.ts$" },
      to: { path: "^packages/server/src/[^/]+/", pathNot: ["^packages/server/src/$1/", "/index\\.ts$"] },
    },
    {
      name: "server-flow-enters-folders-by-index",
      comment: "A folder's index.ts is its face; the rest may change.",
      severity: "error",
      from: { path: "^packages/server/src/[^/]+\\.ts$" },
      to: { path: "^packages/server/src/[^/]+/", pathNot: "/index\\.ts$" },
    },
    {
      name: "nothing-imports-the-entry-points",
      comment: "http/ and jobs/ are where work comes in; only start.ts (and the package's face) knows them.",
      severity: "error",
      from: {
        path: "^packages/server/src/",
        pathNot: ["^packages/server/src/(http|jobs)/", "^packages/server/src/(start|index)\\.ts$"],
      },
      to: { path: "^packages/server/src/(http|jobs)/" },
    },
    {
      name: "pipeline-is-for-entry-points",
      comment: "Only http/, jobs/ and start.ts run the flow.",
      severity: "error",
      from: {
        path: "^packages/server/src/(config|db|access|audit|measure|intake|history|policies|decisions|cases|actions|notices|transparency|stream|quality)/",
        pathNot: "\\.test\\.ts$",
      },
      to: { path: "^packages/server/src/[^/]+\\.ts$" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(/dist/|\\.browser\\.test\\.ts$)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default"],
      extensions: [".ts", ".tsx", ".js", ".mjs", ".json"],
    },
  },
};
