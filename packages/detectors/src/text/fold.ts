/**
 * Folding of one character to the plain ones it is read as: NFKC, then Unicode's confusables (UTS #39) where they look like
 * ASCII, then accents off, then lower case. ASCII itself is only lower-cased: which digit stands for which letter is a
 * question for `alternatives.ts`, since it has more than one answer.
 */

/**
 * Characters that are read as an ASCII letter, digit or sign and that neither NFKC nor dropping accents brings there.
 * After UTS #39 confusables (Unicode licence v3), prototypes of one ASCII character; small capitals, letters with a stroke
 * and the ligatures of western European writing are added.
 */
const lookAlikes: Readonly<Record<string, string>> = {
  a: "аɑαᴀꓮᎪΑАⱥȺ∀ɐɅ⍺",
  b: "ЬВвʙΒᏴᏼꓐɓƄƃƂЪъƀβᏏьƅᖯ",
  c: "сСϲϹᴄⲤⲥꓚⅽƈƇȼȻᏟↄҫҪ",
  d: "ԁԀᴅᎠꓓɖɗđĐƊƉժᏧꓒðÐ",
  e: "еЕΕєЄᴇᎬꓰⲈɛɘəЭэҽҼ℮ԑεⴹɇɆ∈",
  f: "ƒƑꓝϜғҒꞘꬵẝքʄ",
  g: "ɡɢԌԍᏀꓖɠƓǥǤցᶃԳ",
  h: "НнΗһҺʜᎻꓧհԋԊɦħĦҥҤᏂⲎ",
  i: "іІΙιɪıⅰӏӀꓲɩⵏᛁ׀ןⅠǀ",
  j: "јЈʝᴊᎫꓙϳɟɉɈյ",
  k: "КкΚκᴋᏦꓗƙƘҝҜқҚⲔⲕӄĸ",
  l: "ʟᏞꓡłŁɭɫƚⳑⳐȽℓⅼⱠⱡ∣",
  m: "МмΜᴍᎷꓟɱⅿϺⲘᛖ",
  n: "ΝɴꓠոռηпПɲƞȠŋŊИийЙⲚղᴎ",
  o: "оОΟοᴏꓳøØσՕօⲞⲟөӨɵƟഠ○◯⭕ⵔ",
  p: "рРΡρᴘᏢꓑƥƤⲢⲣþÞᑭҏҎ",
  q: "ԛԚգզʠϙϘɋɊ",
  r: "гГᎡꓣʀɼɾɽɌɍяЯᴦⲅꮁꭇꭈᖇ",
  s: "ѕЅꓢʂƽᏚՏꜱȿ",
  t: "ТтΤτᴛᎢꓔƭƬŧŦⲦⲧȾⱦ⟙",
  u: "υսՍᴜꓴʋцЦ∪ɥɄʉԱµμ",
  v: "νѵѴᴠⅴꓦᏙט∨Ꮩ",
  w: "ԝԜᴡѡѠωɯшШщЩᏔꓪꞷա",
  x: "хХΧχꓫⅹ×᙮ⲬⲭҳҲжЖ⨯",
  y: "уУүҮΥγʏɏɎꓬⲨყЎўӲӳ",
  z: "ΖᴢƶƵꓜᏃʐȥȤⱬ",
  "0": "⓪⓿🄋🄌",
  "1": "➀➊❶⓵",
  "2": "➁➋❷⓶ƻ",
  "3": "➂➌❸⓷ЗзӠӡȜʒƷꝫ",
  "4": "➃➍❹⓸",
  "5": "➄➎❺⓹Ƽ",
  "6": "➅➏❻⓺",
  "7": "➆➐❼⓻",
  "8": "➇➑❽⓼Ȣȣ",
  "9": "➈➒❾⓽Ꝯ",
  "10": "➉➓❿⓾🔟",
  ss: "ßẞ",
  ae: "æÆ",
  oe: "œŒ",
  "-": "‐‑‒–—―−➖﹘⁃˗",
  "'": "’‘‛ʼʻ`´′ʹ＇",
  '"': "“”„‟«»″",
  "/": "⁄∕╱⧸",
  ".": "․。｡⋅",
  ",": "，、‚",
  ":": "ː∶꞉",
  "@": "＠﹫",
  "+": "➕＋",
  $: "＄",
  "*": "∗＊✱✳❇⁎",
  "!": "ǃ❗❕",
  _: "＿﹏",
};

const signs = new Map<number, string>();
for (const [plain, characters] of Object.entries(lookAlikes)) {
  for (const character of characters) {
    const code = character.codePointAt(0)!;
    if (code >= 0x80 && !signs.has(code)) signs.set(code, plain);
  }
}

const invisible = /^(?:[\p{M}\p{Cf}\u115f\u1160\u3164\uffa0])$/u;
const digit = /^\p{Nd}$/u;
const space = /^[\p{Z}\t\v\f\u0085]$/u;
const marks = /\p{M}/gu;

/** Plain form of a code point: lower-case, without accents; `""` for what is not seen (zero-width, bidi, combining, variation selectors). */
export function foldCodePoint(code: number): string {
  if (code < 0x80) return String.fromCharCode(code >= 65 && code <= 90 ? code + 32 : code);
  const sign = signs.get(code);
  if (sign !== undefined) return sign;
  // White on black and negative circled letters, and the letters of flags.
  if (code >= 0x1f150 && code <= 0x1f169) return String.fromCharCode(97 + code - 0x1f150);
  if (code >= 0x1f170 && code <= 0x1f189) return String.fromCharCode(97 + code - 0x1f170);
  if (code >= 0x1f1e6 && code <= 0x1f1ff) return String.fromCharCode(97 + code - 0x1f1e6);
  if (code === 0x2028 || code === 0x2029) return "\n";
  if (code >= 0xd800 && code <= 0xdfff) return String.fromCharCode(code);
  const character = String.fromCodePoint(code);
  if (invisible.test(character)) return "";
  if (space.test(character)) return " ";
  if (digit.test(character)) return String(digitValue(code));
  let plain = "";
  for (const part of character.normalize("NFKC").normalize("NFD").replace(marks, "")) {
    const partCode = part.codePointAt(0)!;
    const lower = part.toLowerCase();
    if (partCode < 0x80) plain += lower;
    else if (digit.test(part)) plain += String(digitValue(partCode));
    else plain += signs.get(partCode) ?? signs.get(lower.codePointAt(0)!) ?? lower.normalize("NFD").replace(marks, "");
  }
  return plain;
}

/** What windows-1252 shows for the bytes 0x80 to 0x9f, in order; a space where it shows nothing. */
const windows1252 = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";

/** Byte that a character is in windows-1252, if it is one that follows in UTF-8; undefined for others. */
function followingByte(code: number): number | undefined {
  if (code >= 0x80 && code <= 0xbf) return code;
  const place = code > 0xff ? windows1252.indexOf(String.fromCharCode(code)) : -1;
  return place < 0 ? undefined : 0x80 + place;
}

/**
 * UTF-8 that was read as windows-1252, `Ã©` for `é` and `â€™` for `’`: what it says, and how many code units it takes. What is left of a
 * no-break space whose second byte was lost or turned into a space, `Â`, says nothing. Undefined for all else.
 */
export function misreadAt(text: string, at: number): { plain: string; length: number } | undefined {
  const first = text.charCodeAt(at);
  if (first !== 0xc2 && first !== 0xc3 && first !== 0xe2) return undefined;
  const second = followingByte(text.charCodeAt(at + 1));
  if (first === 0xe2) {
    const third = second === undefined ? undefined : followingByte(text.charCodeAt(at + 2));
    if (second === undefined || third === undefined) return undefined;
    return { plain: foldCodePoint(((first & 15) << 12) | ((second & 63) << 6) | (third & 63)), length: 3 };
  }
  if (second !== undefined) return { plain: foldCodePoint(((first & 31) << 6) | (second & 63)), length: 2 };
  // A letter before or behind makes a word of it.
  const isLetter = (place: number) => /\p{L}/u.test(text.charAt(place));
  return first === 0xc2 && !isLetter(at + 1) && !(at > 0 && /\p{Lu}/u.test(text.charAt(at - 1)))
    ? { plain: "", length: 1 }
    : undefined;
}

/** Decimal digits stand in runs of ten, zero first, in every script of Unicode. */
function digitValue(code: number): number {
  let first = code;
  while (code - first < 100 && digit.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}
