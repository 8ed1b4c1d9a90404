import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const styles = join(dirname(createRequire(import.meta.url).resolve("@mantine/core/styles.css")), "styles");
const own = (file: string) => readFileSync(join(import.meta.dirname, file), "utf8");

test("every Mantine component that is used has its styles", () => {
  const used = new Set(
    globSync("**/*.tsx", { cwd: import.meta.dirname }).flatMap((file) =>
      [...own(file).matchAll(/import \{([^}]*)\} from "@mantine\/core"/g)].flatMap(([, names = ""]) =>
        names
          .split(",")
          .map((name) => name.trim())
          .filter((name) => /^[A-Z]/.test(name)),
      ),
    ),
  );
  const written = new Set(globSync("*.css", { cwd: styles }).map((file) => file.replace(/\.css$/, "")));
  const imported = own("mantine.css");
  const missing = [...used].filter((name) => written.has(name) && !imported.includes(`/${name}.css`));
  expect(used.size).toBeGreaterThan(20);
  expect(missing).toEqual([]);
});
