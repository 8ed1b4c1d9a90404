import { defineConfig } from "vitest/config";

const ignored = ["**/node_modules/**", "**/dist/**"];

/** `unit` needs nothing; `db` gets a real PostgreSQL, each file a database of its own; `browser` a real Chromium too. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["{packages,examples}/**/*.test.ts", "{evals,bench,scripts}/**/*.test.ts"],
          exclude: [...ignored, "**/*.db.test.ts", "**/*.browser.test.ts"],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "db",
          include: ["{packages,examples,evals}/**/*.db.test.ts"],
          exclude: ignored,
          globalSetup: ["./packages/server/test/postgres.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          maxWorkers: 2,
        },
      },
      {
        test: {
          name: "browser",
          include: ["{packages,examples}/**/*.browser.test.ts"],
          exclude: ignored,
          testTimeout: 120_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
});
