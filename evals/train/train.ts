/**
 * Trains a model and writes its weights: `node evals/train/train.ts text_abuse [--data ../shared/data]`.
 * Calibration comes from cross-validation by group, the weights from all rows. The same seed and data give the same file.
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { abuse } from "./abuse/recipe.ts";
import { prohibited } from "./prohibited/recipe.ts";
import { crossValidated, type Recipe } from "./recipe.ts";
import { scam } from "./scam/recipe.ts";
import { platt, toWeightsFile, train } from "./trainer.ts";

const recipes: readonly Recipe[] = [abuse, scam, prohibited];
const root = join(import.meta.dirname, "../..");

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { data: { type: "string", default: join(root, "../shared/data") } },
});
const chosen = recipes.filter(({ id }) => positionals.includes(id));
if (chosen.length === 0) {
  console.error(`usage: node evals/train/train.ts ${recipes.map(({ id }) => id).join("|")} [--data FOLDER]`);
  process.exit(1);
}
for (const recipe of chosen) trainOne(recipe, values.data);

function trainOne(recipe: Recipe, data: string): void {
  const { heads, seed } = recipe.options;
  const { rows, prepared, logits } = crossValidated(recipe, data);
  const operating = Object.fromEntries(
    heads.map((head, place) => {
      const seen = rows.flatMap((row, index) => {
        const [z, label] = [logits[index]?.[place], row.labels[head]];
        return z === undefined || label === undefined ? [] : [{ z, label, weight: row.weight ?? 1 }];
      });
      const [a, b] = platt(
        seen.map(({ z }) => z),
        seen.map(({ label }) => label),
        seen.map(({ weight }) => weight),
      );
      const threshold = 1 / (1 + Math.exp(-(a * recipe.operating[head]! + b)));
      console.log(`${head}: ${seen.length} rows, probability ${threshold.toFixed(3)} at the operating point`);
      return [head, { platt: [a, b] as const, threshold }];
    }),
  );
  const sets: Record<string, number> = {};
  for (const { set } of rows) sets[set] = (sets[set] ?? 0) + 1;
  const model = train(prepared, recipe.options, () => true);
  const file = toWeightsFile(model, { command: `node evals/train/train.ts ${recipe.id}`, seed, sets }, operating);
  const path = join(root, "packages/detectors/src", recipe.id, `${recipe.id}.weights.json`);
  const text = `${JSON.stringify(file, null, 1)}\n`;
  writeFileSync(path, text);
  console.log(`${path}: ${(text.length / 1024).toFixed(0)} kB from ${rows.length} rows`);
}
