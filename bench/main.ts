/** `npm run bench [-- NAME …]`: speed, always as a ratio to a peer or to a limit measured in the same run. */
import { execSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { benchBacktest } from "./backtest.ts";
import { benchDecisions } from "./decisions.ts";
import { benchDesk } from "./desk.ts";
import { benchHashes } from "./hashes.ts";
import { killRounds } from "./kill.ts";
import { benchLooks } from "./looks.ts";
import { benchMarket, fullSizes } from "./market.ts";
import { overload, overloadTable } from "./overload.ts";
import { benchPictures } from "./pictures.ts";
import { benchPolicy } from "./policy.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: "string", default: "50" },
    cases: { type: "string", default: "100000" },
    listings: { type: "string", default: "5000000" },
    decisions: { type: "string", default: "1000000" },
    hashes: { type: "string", default: "10000000" },
    data: { type: "string", default: "../shared/data" },
  },
});
const say = (text: string) => console.error(text);

const benches: Record<string, () => Promise<string>> = {
  backtest: () => benchBacktest(Number(values.decisions), say),
  decisions: () => benchDecisions(say),
  desk: () => benchDesk(Number(values.cases), say),
  market: () => benchMarket({ ...fullSizes, listings: [fullSizes.listings[0], Number(values.listings)] }, say),
  hashes: async () => benchHashes(Number(values.hashes), say),
  looks: () => benchLooks(values.data, say),
  pictures: () => benchPictures(values.data, say),
  policy: async () => benchPolicy(say),
  overload: async () => overloadTable(await overload(15)),
  kill: async () => {
    const result = await killRounds(Number(values.rounds), 7, say);
    const restarts = result.restartMs.toSorted((a, b) => a - b);
    return [
      "| what | figure |",
      "|---|---|",
      `| kill -9 under load | ${result.rounds} times |`,
      `| events acknowledged | ${result.acknowledged} |`,
      `| of these lost | ${result.lost.length} |`,
      `| decided more than once, or otherwise than answered | ${result.wrong.length} |`,
      `| webhooks due | ${result.due} |`,
      `| of these not delivered | ${result.undelivered.length} |`,
      `| back after a kill, median and worst | ${restarts[restarts.length >> 1]} ms, ${restarts.at(-1)} ms |`,
    ].join("\n");
  },
};

const options: Record<string, string> = {
  backtest: ` --decisions ${values.decisions}`,
  kill: ` --rounds ${values.rounds}`,
  desk: ` --cases ${values.cases}`,
  market: ` --listings ${values.listings}`,
  hashes: ` --hashes ${values.hashes}`,
};
/** Where the report of the same name is another one: that of `npm run evals`. */
const files: Record<string, string> = { pictures: "pictures-speed" };
const names = positionals.length > 0 ? positionals : Object.keys(benches);
const commit = execSync("git rev-parse --short HEAD", { encoding: "utf8" }).trim();
mkdirSync("docs/measured", { recursive: true });
for (const name of names) {
  const bench = benches[name];
  if (!bench) throw new Error(`there is no bench "${name}"; there is: ${Object.keys(benches).join(", ")}`);
  const table = await bench();
  const command = `npm run bench -- ${name}${options[name] ?? ""}`;
  console.log(table);
  writeFileSync(
    `docs/measured/${files[name] ?? name}.md`,
    `# ${name}\n\nMeasured ${new Date().toISOString().slice(0, 10)} at commit ${commit}, on this project's two shared cores, by \`${command}\`.\n\n${table}\n`,
  );
}
