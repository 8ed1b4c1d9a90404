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

/** Decimal digits stand in runs of ten, zero first, in every script of Unicode. */
function digitValue(code: number): number {
  let first = code;
  while (code - first < 100 && digit.test(String.fromCodePoint(first - 1))) first -= 1;
  return (code - first) % 10;
}
