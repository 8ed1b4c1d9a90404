/** `docs/detectors.md`, made from what the detectors declare. A test keeps it up to date. */
import type { DetectorDeclaration } from "@assay/contract";

export function detectorsPage(detectors: readonly DetectorDeclaration[]): string {
  const rows = detectors.map(
    ({ id, title, subjects, cost }) =>
      `| [\`${id}\`](#${id}) | ${title} | ${subjects.join(", ")} | ${cost === "slow" ? "after the answer" : "at once"} |`,
  );
  return `# Detectors

Made from their declarations; do not edit by hand (\`npx vitest run --project unit scripts -u\`).

A detector looks and never judges: it gives a signal (\`found\`, \`clear\` or \`unknown\`), a score and evidence. What follows is for [policies](policies.md). How well each sees is in [measured](measured/).

| id | title | reads | runs |
|---|---|---|---|
${rows.join("\n")}

${detectors.map(section).join("\n")}`;
}

function section({
  id,
  title,
  summary,
  subjects,
  history,
  measurements,
  kinds,
  values,
  version,
}: DetectorDeclaration): string {
  const list = (entries: [string, string][]) =>
    entries.map(([name, meaning]) => `| \`${name}\` | ${meaning} |`).join("\n");
  const needs = [...history, ...measurements].map((key) => `\`${key}\``);
  return `## ${id}

**${title}.** ${summary}

Reads ${subjects.join(", ")}${needs.length > 0 ? `; needs ${needs.join(", ")}` : ""}. Version ${version}.
${Object.keys(kinds).length > 0 ? `\n| kind | meaning |\n|---|---|\n${list(Object.entries(kinds))}\n` : ""}${
  Object.keys(values).length > 0
    ? `\n| in conditions | meaning |\n|---|---|\n${list(Object.entries(values).map(([name, { type, title: meaning }]) => [`signals.${id}.${name}`, `${meaning} (${type})`]))}\n`
    : ""
}`;
}
