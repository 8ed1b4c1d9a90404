/**
 * Signed heads: every hour the newest entry's number and hash are signed with Ed25519 (RFC 8032) and written to a file, which an operator
 * copies to where the database's owner cannot write. A chain alone cannot show that its tail was cut; a head kept elsewhere can.
 */
import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  sign,
  verify,
} from "node:crypto";
import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Database } from "../db/index.ts";
import { type AuditHead, canonicalJson, type SignedHead } from "./chain.ts";
import { insertHead, lastHead, lastLink } from "./store.ts";

/** The key that this installation signs with, and where its heads go. */
export class AuditSigner {
  readonly #key: KeyObject;
  readonly #folder: string;
  readonly keyId: string;
  /** SPKI, PEM: what others check signatures with. */
  readonly publicKey: string;

  /**
   * @param keyFile Ed25519 private key (PKCS #8, PEM); made when it is not there
   * @param folder where the heads are written: a file a marketplace, one head a line
   * @throws Error when the file holds another kind of key
   */
  constructor(keyFile: string, folder: string) {
    this.#folder = folder;
    if (!existsSync(keyFile)) {
      mkdirSync(dirname(keyFile), { recursive: true });
      const made = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" });
      writeFileSync(keyFile, made, { mode: 0o600, flag: "wx" });
    }
    this.#key = createPrivateKey(readFileSync(keyFile));
    if (this.#key.asymmetricKeyType !== "ed25519")
      throw new Error(`${keyFile} is no Ed25519 key; make one with: openssl genpkey -algorithm ed25519`);
    const publicKey = createPublicKey(this.#key);
    this.publicKey = publicKey.export({ type: "spki", format: "pem" }).toString();
    this.keyId = keyIdOf(publicKey);
  }

  /**
   * Signs the newest entry, unless that was done, and writes the head down here and in the database.
   * @returns nothing when nothing is new
   */
  async sign(db: Database, marketplace: string): Promise<SignedHead | undefined> {
    const q = db.for(marketplace);
    const [link, before] = await Promise.all([lastLink(q, marketplace), lastHead(q, marketplace, this.keyId)]);
    if (!link || (before && before.seq >= link.seq)) return undefined;
    const head: AuditHead = {
      marketplace,
      seq: link.seq,
      hash: link.hash,
      at: new Date().toISOString(),
      key_id: this.keyId,
    };
    const signed = { ...head, signature: sign(null, Buffer.from(canonicalJson(head)), this.#key).toString("base64") };
    // The file first: a head too many there says the same twice, one too few would hide a cut.
    mkdirSync(this.#folder, { recursive: true });
    appendFileSync(join(this.#folder, `${encodeURIComponent(marketplace)}.jsonl`), `${JSON.stringify(signed)}\n`);
    await insertHead(q, signed);
    return signed;
  }
}

/** Whether a head was signed by the owner of a public key. */
export function isSignedBy(signed: SignedHead, publicKey: string): boolean {
  const { signature, ...head } = signed;
  const key = createPublicKey(publicKey);
  return (
    head.key_id === keyIdOf(key) &&
    verify(null, Buffer.from(canonicalJson(head)), key, Buffer.from(signature, "base64"))
  );
}

const keyIdOf = (key: KeyObject): string =>
  createHash("sha256")
    .update(key.export({ type: "spki", format: "der" }))
    .digest("hex")
    .slice(0, 16);
