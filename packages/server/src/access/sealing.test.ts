import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { Sealer } from "./sealing.ts";

const folder = mkdtempSync(join(tmpdir(), "assay-seal-"));
afterAll(() => rmSync(folder, { recursive: true }));
const file = join(folder, "key");
const sealer = new Sealer(file);

test("what was sealed opens again, after a restart too, and says nothing of itself", () => {
  const sealed = sealer.seal("JBSWY3DPEHPK3PXP é\u0000", "totp usr_1");
  expect(sealed).not.toContain("JBSWY");
  expect(sealer.seal("JBSWY3DPEHPK3PXP é\u0000", "totp usr_1")).not.toBe(sealed);
  expect(new Sealer(file).open(sealed, "totp usr_1")).toBe("JBSWY3DPEHPK3PXP é\u0000");
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test("it opens for nobody else, with no other key, and not when a bit is turned", () => {
  const sealed = sealer.seal("secret", "totp usr_1");
  expect(() => sealer.open(sealed, "totp usr_2")).toThrow();
  expect(() => new Sealer(join(folder, "other")).open(sealed, "totp usr_1")).toThrow();
  const bytes = Buffer.from(sealed.slice(3), "base64url");
  for (let at = 0; at < bytes.length; at++) {
    const turned = Buffer.from(bytes);
    turned[at]! ^= 1;
    expect(() => sealer.open(`v1.${turned.toString("base64url")}`, "totp usr_1"), `byte ${at}`).toThrow();
  }
  for (const nonsense of ["", "v1", "v1.", "v2.abc", "v1.AAAA"])
    expect(() => sealer.open(nonsense, "totp usr_1")).toThrow();
});

test("a file that holds no key is refused with what to do", () => {
  writeFileSync(join(folder, "short"), "abc");
  expect(() => new Sealer(join(folder, "short"))).toThrow(/openssl rand/);
});
