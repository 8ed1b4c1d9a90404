/**
 * Secrets that must be read again (they sign, or codes are made from them) are stored sealed: AES-256-GCM under the installation's key
 * (NIST SP 800-38D), bound to what they are for, so that a row copied elsewhere does not open.
 */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";

const version = "v1";
const nonceBytes = 12;
const tagBytes = 16;

export class Sealer {
  readonly #key: Buffer;

  /**
   * @param file 32 random bytes in base64; made when it is not there
   * @throws Error when the file holds something else
   */
  constructor(file: string) {
    if (!existsSync(file)) {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${randomBytes(32).toString("base64")}\n`, { mode: 0o600, flag: "wx" });
    }
    this.#key = Buffer.from(readFileSync(file, "utf8").trim(), "base64");
    if (this.#key.length !== 32)
      throw new Error(`${file} holds no key: 32 bytes in base64, as from: openssl rand -base64 32`);
  }

  /** @param purpose what it is for and whose; the same must be said to open it */
  seal(plain: string, purpose: string): string {
    const nonce = randomBytes(nonceBytes);
    const cipher = createCipheriv("aes-256-gcm", this.#key, nonce).setAAD(Buffer.from(purpose));
    const sealed = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
    return `${version}.${Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString("base64url")}`;
  }

  /** @throws Error when it was sealed for something else, with another key, or was changed */
  open(sealed: string, purpose: string): string {
    const [named, body = ""] = sealed.split(".");
    if (named !== version) throw new Error("is not sealed in a way that this version knows");
    const bytes = Buffer.from(body, "base64url");
    const decipher = createDecipheriv("aes-256-gcm", this.#key, bytes.subarray(0, nonceBytes), {
      authTagLength: tagBytes,
    })
      .setAAD(Buffer.from(purpose))
      .setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    return Buffer.concat([decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()]).toString("utf8");
  }
}
