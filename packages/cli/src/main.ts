/** `assay`: every command, one file each. */
import { Command, InvalidArgumentError, Option } from "commander";
import type { CheckFlags } from "./check.ts";
import type { ImportFlags } from "./import.ts";
import { fieldNames } from "./input/names.ts";
import type { ListenFlags } from "./listen.ts";
import type { RemoteFlags } from "./remote.ts";
import type { ReplayFlags } from "./replay.ts";
import type { StartFlags } from "./start.ts";

// Each command is loaded when it is asked for: help need not wait for the server's code.

const program = new Command("assay").description("The trust & safety desk for resale marketplaces.").version("0.1.0");

program
  .command("start")
  .description("start the server, with a database of its own unless DATABASE_URL names one")
  .option("--demo", "with an example marketplace, its past and its traffic")
  .option("--data <dir>", "folder for the database and the pictures (default: .assay)")
  .option("--port <n>", "port to listen on (default: 4600; 0 takes any)", port)
  .option("--json", "print {url, console_url, api_key} as the first line on standard output, once ready")
  .action(async (flags: StartFlags) => (await import("./start.ts")).start(flags));

ads(
  program
    .command("check")
    .description(
      "decide a file of events (JSON Lines) or ads (CSV) with nothing installed and nothing kept; one decision a line on standard output",
    )
    .argument("[file]", "the file, or - for standard input", "-")
    .option("--report <file>", "write a self-contained HTML page")
    .option("--no-wait", "leave the slow detectors (pictures) out"),
).action(async (file: string, flags: CheckFlags) => {
  process.exitCode = await (await import("./check.ts")).check(file, flags);
});

remote(
  ads(
    program
      .command("import")
      .description(
        "import a marketplace's past into a running Assay: history is learnt, no cases, no webhooks; resumable",
      )
      .argument("<files...>", "JSON Lines of events, or CSV of ads")
      .option("--restart", "begin again where an earlier import stopped"),
  ),
).action(async (files: string[], flags: ImportFlags) => {
  process.exitCode = await (await import("./import.ts")).importFiles(files, flags);
});

remote(
  program
    .command("listen")
    .description("show actions as they are delivered")
    .option("--forward-to <url>", "and pass them on to a server on this machine, signed"),
).action(async (flags: ListenFlags) => (await import("./listen.ts")).listen(flags));

remote(
  program.command("trigger").description("send an example event").argument("<type>", "such as listing.created"),
).action(async (type: string, flags: RemoteFlags) => (await import("./trigger.ts")).trigger(type, flags));

remote(
  program
    .command("replay")
    .description("decide again without effect and show what differs")
    .argument("[decision]", "a decision's id")
    .option("--from <time>", "instead: every event received since")
    .option("--to <time>", "until (default: now)"),
).action(async (id: string | undefined, flags: ReplayFlags) => {
  process.exitCode = await (await import("./replay.ts")).replay(id, flags);
});

function ads(command: Command): Command {
  return command
    .addOption(new Option("--format <format>", "what the input is (default: by its ending)").choices(["jsonl", "csv"]))
    .option(
      "--map <pairs>",
      `CSV: our field=your column, comma-separated; fields: ${Object.keys(fieldNames).join(", ")}`,
      pairs,
    )
    .option("--incumbent <column>", "CSV: the column with what was decided of each ad")
    .option("--currency <code>", "CSV: currency of prices without one, such as EUR")
    .option("--delimiter <char>", "CSV: the delimiter (default: comma, semicolon or tab)");
}

function remote(command: Command): Command {
  return command
    .option("--url <url>", "address of the running Assay (default: http://127.0.0.1:4600)")
    .option("--api-key <key>", "its API key (default: that of the Assay in --data)")
    .option("--data <dir>", "data folder of the Assay on this machine (default: .assay)");
}

function port(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535)
    throw new InvalidArgumentError("a port is a whole number up to 65535");
  return value;
}

function pairs(text: string): Record<string, string> {
  return Object.fromEntries(
    text.split(",").map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new InvalidArgumentError(`"${pair}" is not field=column`);
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}

program.exitOverride();
try {
  await program.parseAsync();
} catch (error) {
  // Commander has told of its own errors already, help and version included.
  if (error instanceof Error && "exitCode" in error) process.exit(Number(error.exitCode));
  console.error(`assay: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
