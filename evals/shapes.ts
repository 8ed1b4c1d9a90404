/**
 * What characters tell beside words: length, digits, amounts, links, capitals, as made-up words behind a text. Only for models that are
 * cross-validated on a set by itself, to know what can be had there.
 */

const rounded = (value: number, most: number) => Math.min(most, Math.round(value));

/** The text with the words of its shape behind it. */
export function withShape(text: string): string {
  const words = [`zzlength${rounded(1.5 * Math.log2(text.length + 1), 20)}`];
  for (const [number] of text.matchAll(/\d+/g)) words.push(`zznumber${Math.min(number.length, 12)}`);
  if (/https?:|www\.|\.(?:com|net|org|co|uk|in|be)\b/i.test(text)) words.push("zzlink", "zzlinkagain");
  if (/[£$€]\s?\d|\d\s?(?:pounds?|p|rs|gbp)\b|rs\.?\s?\d/i.test(text)) words.push("zzamount");
  words.push(`zzcapitals${Math.min(5, text.match(/\b[A-Z]{3,}\b/g)?.length ?? 0)}`);
  const digits = text.match(/\d/g)?.length ?? 0;
  words.push(
    `zzdigits${rounded(Math.sqrt(digits), 8)}`,
    `zzshare${rounded((10 * digits) / Math.max(1, text.length), 10)}`,
  );
  if (text.includes("!")) words.push("zzexclaimed");
  if (text.includes("@")) words.push("zzat");
  if (/\d{5}/.test(text)) words.push("zzlongnumber");
  return `${text}\n${words.join(" ")}`;
}
