/** `assay audit …`: whether anybody rewrote the audit log, judged on this machine from what a running Assay hands out. */
import { readFileSync, writeFileSync } from "node:fs";
import { type SignedHead, type StoredLink, verifyChain } from "@assay/server";
import { ask, type RemoteFlags, remoteOf } from "./remote.ts";

export interface VerifyFlags extends RemoteFlags {
  heads?: string;
  key?: string[];
}

interface Heads {
  data: SignedHead[];
  public_key: string;
}

/** Heads asked for at once: the API's most. */
const portion = 1000;

/** @returns the exit status: 1 when an entry does not hold */
export async function verify(flags: VerifyFlags): Promise<number> {
  const remote = remoteOf(flags);
  const given = flags.heads === undefined ? undefined : readHeads(flags.heads);
  const now = await headsAfter(remote, 0);
  const heads = given ?? now.data;
  const keys = flags.key?.map((file) => readFileSync(file, "utf8")) ?? [now.public_key];
  const read = async (after: number, limit: number) => {
    const page = await ask<{ data: StoredLink[] }>(remote, `/v1/audit?after=${after}&limit=${limit}`);
    return page.data;
  };
  const { entries, head, broken } = await verifyChain(read, heads, keys, portion);
  if (broken) {
    console.log(`BROKEN at entry ${broken.seq}: ${faults[broken.why]}; ${entries} entries before it hold`);
    return 1;
  }
  console.log(`${entries} entries hold, compared with ${heads.length} signed heads; the last one's hash is ${head}`);
  if (!given)
    console.error(
      "assay: the heads came from the same Assay: only heads kept elsewhere (--heads FILE) show that nobody cut the end off",
    );
  return 0;
}

/** Writes the signed heads and the public key beside them. */
export async function exportHeads(file: string, flags: RemoteFlags): Promise<void> {
  const { data, public_key } = await headsAfter(remoteOf(flags), 0);
  writeFileSync(file, data.map((head) => `${JSON.stringify(head)}\n`).join(""));
  writeFileSync(`${file}.pem`, public_key);
  console.error(`assay: ${data.length} signed heads in ${file}, the public key in ${file}.pem`);
}

async function headsAfter(remote: ReturnType<typeof remoteOf>, from: number): Promise<Heads> {
  const all: Heads = { data: [], public_key: "" };
  for (let after = from; ; after = all.data.at(-1)!.seq) {
    const page = await ask<Heads>(remote, `/v1/audit/heads?after=${after}&limit=${portion}`);
    all.data.push(...page.data);
    all.public_key = page.public_key;
    if (page.data.length < portion) return all;
  }
}

/** @throws Error that names the line that is no head */
function readHeads(file: string): SignedHead[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, index) => {
      if (line.trim() === "") return [];
      try {
        return [JSON.parse(line) as SignedHead];
      } catch {
        throw new Error(
          `${file}, line ${index + 1}: is no signed head; write the file with: assay audit export ${file}`,
        );
      }
    });
}

const faults = {
  missing: "it is not there",
  changed: "it is not as it was written",
  not_linked: "it does not follow the entry before it",
  not_as_signed: "a signed head says otherwise: this entry or one before it was rewritten",
  head_not_signed: "the head of this entry was not signed by a key that was given",
} as const;
