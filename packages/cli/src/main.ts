/** `assay`: every command, one file each. */
import { listKindNames } from "@assay/contract";
import { Command, InvalidArgumentError, Option } from "commander";
import type { VerifyFlags } from "./audit.ts";
import type { BacktestFlags } from "./backtest.ts";
import type { CheckFlags } from "./check.ts";
import type { ImportFlags } from "./import.ts";
import { fieldNames } from "./input/names.ts";
import type { ListenFlags } from "./listen.ts";
import type { EntryFlags } from "./lists.ts";
import type { PullFlags, PushFlags } from "./policies.ts";
import type { RemoteFlags } from "./remote.ts";
import type { ReplayFlags } from "./replay.ts";
import type { StartFlags } from "./start.ts";
import type { StatementFlags } from "./statements.ts";

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

remote(
  program
    .command("backtest")
    .description("what rules would have done to what is stored, as of each event's time; split by what became of it")
    .argument("<what>", "a file named after its stage, a version (listing@4), or draft:ID")
    .option("--stage <stage>", "of a draft, or of a file with another name")
    .option("--rules <ids>", "rules to look at (default: those that differ from what is in force)")
    .option("--compare <what>", "decide another version, draft or file side by side")
    .option("--from <time>", "decisions since (default: 30 days ago)")
    .option("--to <time>", "until (default: now)")
    .addOption(new Option("--lists <when>", "lists as they were then, or as they are").choices(["then", "now"]))
    .option("--sample <n>", "matches of each rule to show (default: 10)")
    .option("--json", "everything, as JSON"),
).action(async (what: string, flags: BacktestFlags) => {
  process.exitCode = await (await import("./backtest.ts")).backtest(what, flags);
});

const lists = program
  .command("lists")
  .description("the marketplace's own lists: accounts, words, numbers, addresses, domains");
const kinds = new Option("--kind <kind>", "what the values are (default: by the list's name)").choices(listKindNames);
const details = (command: Command) =>
  remote(
    command
      .addOption(kinds)
      .option("--country <code>", "whose national telephone numbers they are, such as FR")
      .option("--reason <text>", "why they stand there")
      .option("--note <text>", "more about it")
      .option("--source <text>", "where they come from")
      .option("--expires <time>", "until when, such as 2027-01-01T00:00:00Z"),
  );
const listCommands = () => import("./lists.ts");
remote(lists.command("ls").description("every list, or the entries of one").argument("[list]", "its name")).action(
  async (list: string | undefined, flags: RemoteFlags) => (await listCommands()).ls(list, flags),
);
details(
  lists.command("add").description("add values").argument("<list>", "its name").argument("<values...>", "the values"),
).action(async (list: string, values: string[], flags: EntryFlags) => (await listCommands()).add(list, values, flags));
remote(
  lists
    .command("remove")
    .description("take values out")
    .argument("<list>", "its name")
    .argument("<values...>", "the values"),
).action(async (list: string, values: string[], flags: RemoteFlags) =>
  (await listCommands()).remove(list, values, flags),
);
details(
  lists
    .command("import")
    .description("add a file: CSV with a column `value` (and kind, reason, note, expires_at), or one value a line")
    .argument("<list>", "its name")
    .argument("<file>", "the file, or - for standard input")
    .option("--skip-refused", "leave out what cannot be read, and say so"),
).action(async (list: string, file: string, flags: EntryFlags) => {
  process.exitCode = await (await listCommands()).importList(list, file, flags);
});
remote(
  lists.command("export").description("write a list as CSV, as `import` reads it").argument("<list>", "its name"),
).action(async (list: string, flags: RemoteFlags) => (await listCommands()).exportList(list, flags));
details(
  lists
    .command("preview")
    .description("what a file's entries would have matched among what is stored; nothing is added")
    .argument("<list>", "its name")
    .argument("<file>", "as for import")
    .option("--last <n>", "how many of the newest to look at, up to 5000", "1000"),
).action(async (list: string, file: string, flags: EntryFlags) => (await listCommands()).preview(list, file, flags));

const policies = program
  .command("policies")
  .description("policies as files (listing.yaml and the like): the same texts in git and in a running Assay");
const policyCommands = () => import("./policies.ts");
remote(
  policies
    .command("pull")
    .description("write the policies in force as files")
    .argument("[dir]", "where to", "policies")
    .option("--force", "over files that differ"),
).action(async (dir: string, flags: PullFlags) => {
  process.exitCode = await (await policyCommands()).pull(dir, flags);
});
remote(
  policies
    .command("diff")
    .description("what differs between files and the policies in force, rule by rule; exit status 1 if anything does")
    .argument("<paths...>", "files, or folders of them"),
).action(async (paths: string[], flags: RemoteFlags) => {
  process.exitCode = await (await policyCommands()).diff(paths, flags);
});
remote(
  policies
    .command("push")
    .description("propose files that differ; a second person puts them in force at the desk")
    .argument("<paths...>", "files, or folders of them")
    .option("--message <text>", "what the change is for")
    .option("--draft", "leave it a draft"),
).action(async (paths: string[], flags: PushFlags) => {
  process.exitCode = await (await policyCommands()).push(paths, flags);
});
policies
  .command("test")
  .description(
    "run files against their examples (listing.tests.yaml), with nothing running; the starter policies without a path",
  )
  .argument("[paths...]", "files, or folders of them")
  .action(async (paths: string[]) => {
    process.exitCode = (await policyCommands()).test(paths);
  });

const banks = program.command("banks").description("banks of known pictures: PDQ hashes with a label, as text files");
const bankCommands = () => import("./banks.ts");
remote(
  banks
    .command("export")
    .description("write a bank as CSV (hash, label), as `import` reads it")
    .argument("<bank>", "its name")
    .argument("[file]", "where to; standard output without it"),
).action(async (bank: string, file: string | undefined, flags: RemoteFlags) =>
  (await bankCommands()).exportBank(bank, file, flags),
);
remote(
  banks
    .command("import")
    .description("add a file's hashes: CSV with the columns hash and label, or one hash a line")
    .argument("<bank>", "its name")
    .argument("<file>", "the file, or - for standard input"),
).action(async (bank: string, file: string, flags: RemoteFlags) => {
  process.exitCode = await (await bankCommands()).importBank(bank, file, flags);
});

const statements = program
  .command("statements")
  .description(
    "statements of reasons for the EU's DSA transparency database (a key with quality.read, statement.push)",
  );
for (const [name, description] of [
  ["export", "write them as the database's API takes them, a batch a line"],
  ["push", "have the server send those that were not sent yet"],
] as const) {
  remote(
    statements
      .command(name)
      .description(description)
      .option("--from <time>", "decided from, RFC 3339; a year back by default")
      .option("--to <time>", "decided before"),
  ).action(async (flags: StatementFlags) => {
    const commands = await import("./statements.ts");
    process.exitCode = await (name === "export" ? commands.exportStatements(flags) : commands.push(flags));
  });
}

const audit = program.command("audit").description("the audit log: who did what, chained and signed");
remote(
  audit
    .command("verify")
    .description("walk the whole chain here, and name the first entry that does not hold")
    .option("--heads <file>", "signed heads kept elsewhere, as `export` or the server writes them")
    .option("--key <files...>", "public keys (PEM) whose heads count (default: the running Assay's)"),
).action(async (flags: VerifyFlags) => {
  process.exitCode = await (await import("./audit.ts")).verify(flags);
});
remote(
  audit
    .command("export")
    .description("write the signed heads, and the public key beside them, to keep where nobody of this machine writes")
    .argument("<file>", "where to"),
).action(async (file: string, flags: RemoteFlags) => (await import("./audit.ts")).exportHeads(file, flags));

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
