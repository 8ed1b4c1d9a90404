/** Characters that a reader cannot see: named, so that a highlight can show them as marks instead of as nothing. */

const names: Readonly<Record<number, string>> = {
  0: "NUL",
  8: "backspace",
  127: "delete",
  160: "no-break space",
  173: "soft hyphen",
  847: "combining grapheme joiner",
  1564: "Arabic letter mark",
  4447: "Hangul filler",
  4448: "Hangul filler",
  6068: "Khmer inherent vowel",
  6069: "Khmer inherent vowel",
  6158: "Mongolian vowel separator",
  8203: "zero-width space",
  8204: "zero-width non-joiner",
  8205: "zero-width joiner",
  8206: "left-to-right mark",
  8207: "right-to-left mark",
  8232: "line separator",
  8233: "paragraph separator",
  8234: "left-to-right embedding",
  8235: "right-to-left embedding",
  8236: "pop directional formatting",
  8237: "left-to-right override",
  8238: "right-to-left override",
  8288: "word joiner",
  8289: "function application",
  8290: "invisible times",
  8291: "invisible separator",
  8292: "invisible plus",
  8294: "left-to-right isolate",
  8295: "right-to-left isolate",
  8296: "first strong isolate",
  8297: "pop directional isolate",
  12644: "Hangul filler",
  65279: "zero-width no-break space",
  65440: "half-width Hangul filler",
  65532: "object replacement",
};

/** Characters that reorder what is read; shown as marks wherever they stand, not in highlights only. */
const bidi = new Set([0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069]);

/** A joiner between these makes one picture of two, and is seen. */
const emoji = /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f)$/u;

export type Run = { text: string } | { code: string; name: string };

/**
 * Splits a text into what can be read and what cannot.
 * @param everything true inside a highlight: every invisible character becomes a mark; else only those that reorder the line do
 */
export function runs(text: string, everything: boolean): Run[] {
  const result: Run[] = [];
  let readable = "";
  const chars = [...text];
  for (const [index, char] of chars.entries()) {
    const code = char.codePointAt(0)!;
    const joinsEmoji = code === 0x200d && emoji.test(chars[index - 1] ?? "") && emoji.test(chars[index + 1] ?? "");
    const name = (bidi.has(code) || everything) && !joinsEmoji ? nameOf(code) : undefined;
    if (name === undefined) {
      readable += char;
      continue;
    }
    if (readable !== "") result.push({ text: readable });
    readable = "";
    result.push({ code: `U+${code.toString(16).toUpperCase().padStart(4, "0")}`, name });
  }
  if (readable !== "") result.push({ text: readable });
  return result;
}

function nameOf(code: number): string | undefined {
  if (names[code]) return names[code];
  if (code >= 0xe0000 && code <= 0xe007f) return "tag character";
  if ((code >= 0xfe00 && code <= 0xfe0e) || (code >= 0xe0100 && code <= 0xe01ef)) return "variation selector";
  if ((code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d) || (code >= 0x80 && code < 0xa0))
    return "control";
  if (code >= 0xd800 && code <= 0xdfff) return "half a surrogate pair";
  return undefined;
}
