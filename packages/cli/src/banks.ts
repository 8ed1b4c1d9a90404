/** `assay banks …`: banks of known pictures as text files, in a running Assay. */
import { readFileSync, writeFileSync } from "node:fs";
import type { BankImport } from "@assay/contract";
import { ask, askText, type RemoteFlags, remoteOf } from "./remote.ts";

/** Lines sent at once: well under the API's 16 MB. */
const portion = 50_000;
const at = (bank: string, what: string) => `/v1/banks/${encodeURIComponent(bank)}/${what}`;

/** @param file where to write it; standard output without one */
export async function exportBank(bank: string, file: string | undefined, flags: RemoteFlags): Promise<void> {
  const text = await askText(remoteOf(flags), at(bank, "export"));
  if (file === undefined) process.stdout.write(text);
  else writeFileSync(file, text);
  console.error(`assay: ${text.split("\n").length - 2} hashes of ${bank}${file === undefined ? "" : ` in ${file}`}`);
}

/** @returns the exit status: 1 when a line could not be read */
export async function importBank(bank: string, file: string, flags: RemoteFlags): Promise<number> {
  const remote = remoteOf(flags);
  const lines = readFileSync(file === "-" ? 0 : file, "utf8").split(/\r\n|\n|\r/);
  // Every portion begins with the header, so that its columns are known.
  const header = /(^|[,;\t])"?hash"?([,;\t]|$)/i.test(lines[0] ?? "") ? [lines.shift()!] : [];
  let [read, added, bad] = [0, 0, 0];
  for (let from = 0; from < lines.length; from += portion) {
    const text = [...header, ...lines.slice(from, from + portion)].join("\n");
    if (text.trim() === "") continue;
    const told = await ask<BankImport>(remote, at(bank, "import"), { method: "POST", body: JSON.stringify({ text }) });
    for (const { line, problem } of told.bad_lines) console.error(`assay: line ${from + line}: ${problem}`);
    read += told.read;
    added += told.added;
    bad += told.bad;
  }
  console.error(
    `assay: ${read} hashes read, ${added} new in ${bank}${bad > 0 ? `, ${bad} lines could not be read` : ""}`,
  );
  return bad > 0 ? 1 : 0;
}
