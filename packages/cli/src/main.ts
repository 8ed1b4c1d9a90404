/** `assay`: every command, one file each. */
import { Command } from "commander";
import { start } from "./start.ts";

const program = new Command("assay").description("The trust & safety desk for resale marketplaces.").version("0.1.0");

program
  .command("start")
  .description("start the server, with a database of its own unless DATABASE_URL names one")
  .option("--demo", "with an example marketplace, its past and its traffic")
  .option("--data <dir>", "folder for the database and the pictures (default: .assay)")
  .option("--port <n>", "port to listen on (default: 4600; 0 takes any)", Number)
  .option("--json", "print {url, console_url, api_key} as the first line on standard output, once ready")
  .action(start);

program.exitOverride();
try {
  await program.parseAsync();
} catch (error) {
  // Commander has told of its own errors already, help and version included.
  if (error instanceof Error && "exitCode" in error) process.exit(Number(error.exitCode));
  console.error(`assay: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
