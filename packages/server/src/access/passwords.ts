import { hash, verify } from "@node-rs/argon2";

/** OWASP's first choice for Argon2id: 19 MiB, two passes, one lane. */
const options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Shortest password taken, in characters (NIST SP 800-63B asks for length, not for kinds of characters). */
export const minPasswordLength = 12;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), options);
}

let decoy: Promise<string> | undefined;

/** Without a stored hash it works as long as with one, so that the time does not tell whether an account exists. */
export async function verifyPassword(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword("nobody has this password");
  const matches = await verify(stored ?? (await decoy), password.normalize("NFKC"));
  return stored !== null && matches;
}
