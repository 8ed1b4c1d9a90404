import { randomBytes } from "node:crypto";

/** A prefixed, time-ordered id such as `dec_019ab3c4…`: 48 bits of milliseconds and 80 random bits, in hex. */
export function newId(prefix: string): string {
  const ms = Date.now().toString(16).padStart(12, "0");
  return `${prefix}_${ms}${randomBytes(10).toString("hex")}`;
}
