/** Global Trade Item Numbers: GTIN-8, -12, -13, -14 with their check digit (GS1 General Specifications, 7.9). */

const lengths = new Set([8, 12, 13, 14]);

/** @returns `wrong`: no such number can be; `internal`: a prefix (02, 04, 2) that shops give within their walls; undefined: none given, or fine */
export function gtinProblem(given: string): "wrong" | "internal" | undefined {
  const digits = given.replaceAll(/[\s-]/g, "");
  if (digits === "") return undefined;
  // ISBN-10 is sent as a product number too; it is a number of its own, not judged here.
  if (/^\d{9}[\dXx]$/.test(digits)) return undefined;
  if (!/^\d+$/.test(digits) || !lengths.has(digits.length)) return "wrong";
  // Weights 3 and 1 in turn, from the right, without the check digit.
  const sum = [...digits.slice(0, -1)]
    .reverse()
    .reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 3 : 1), 0);
  if ((10 - (sum % 10)) % 10 !== Number(digits.at(-1))) return "wrong";
  const prefix = digits.padStart(14, "0").slice(1);
  return digits.length !== 8 && /^(?:02|04|2)/.test(prefix) ? "internal" : undefined;
}
