/** Photos with a telephone number written on them, as sellers do it: many fonts, sizes, angles and grounds. The same seed gives the same pictures. */
import sharp from "sharp";
import { svg } from "./picture_edits.ts";
import { randomFrom } from "./train/random.ts";

export interface PhonePicture {
  bytes: Buffer;
  /** As it is written. */
  written: string;
  country: string;
  font: string;
  /** Degrees, clockwise. */
  angle: number;
  /** Height of the digits in pixels, of a picture 1200 pixels wide. */
  height: number;
}

const fonts = [
  "DejaVu Sans",
  "DejaVu Serif",
  "DejaVu Sans Mono",
  "DejaVu Sans Condensed",
  "Liberation Sans",
  "Liberation Serif",
  "Liberation Mono",
  "Liberation Sans Narrow",
] as const;

/** Numbers that are set aside for stories (Arcep, Ofcom, NANPA, Bundesnetzagentur), as people write them. */
const numbers: { country: string; write(digits: (n: number) => string): string }[] = [
  { country: "FR", write: (d) => `06 39 98 ${d(2)} ${d(2)}` },
  { country: "FR", write: (d) => `06.39.98.${d(2)}.${d(2)}` },
  { country: "FR", write: (d) => `+33 6 39 98 ${d(2)} ${d(2)}` },
  { country: "FR", write: (d) => `063998${d(4)}` },
  { country: "GB", write: (d) => `07700 900${d(3)}` },
  { country: "GB", write: (d) => `+44 7700 900 ${d(3)}` },
  { country: "US", write: (d) => `(212) 555-01${d(2)}` },
  { country: "US", write: (d) => `212-555-01${d(2)}` },
  { country: "DE", write: (d) => `0171 39200${d(2)}` },
  { country: "DE", write: (d) => `+49 171 39200${d(2)}` },
];
const before = ["", "", "", "Tel ", "Call ", "WhatsApp ", "Tél. "];
const colours = ["#ffffff", "#000000", "#ffee00", "#d01010", "#1030c0", "#10a040"];
const angles = [0, 0, 0, 0, 3, -3, 5, -5, 8, -8, 12, -12, 20, -20, 30, -30, 45, -45, 90, -90];
const [width, height] = [1200, 900];

/** @param photos files to write on, in the order in which they are taken */
export async function phonePictures(photos: readonly string[], n: number, seed: number): Promise<PhonePicture[]> {
  const random = randomFrom(seed);
  const one = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)]!;
  const digits = (count: number) => Array.from({ length: count }, () => Math.floor(random() * 10)).join("");
  const made: PhonePicture[] = [];
  for (let i = 0; i < n; i++) {
    const { country, write } = one(numbers);
    const written = one(before) + write(digits);
    const font = fonts[i % fonts.length]!;
    const bold = random() < 0.5;
    const angle = one(angles);
    const size = Math.round(34 + 60 * random());
    const colour = one(colours);
    const outlined = random() < 0.4;
    const boxed = !outlined && random() < 0.5;
    // Where it fits, however it is turned.
    const long = written.length * size * 0.62;
    const turn = (Math.abs(angle) * Math.PI) / 180;
    const reachX = (long * Math.cos(turn) + size * Math.sin(turn)) / 2 + 20;
    const reachY = (long * Math.sin(turn) + size * Math.cos(turn)) / 2 + 20;
    const x = Math.round(width / 2 + (random() - 0.5) * Math.max(0, width - 2 * reachX));
    const y = Math.round(height / 2 + (random() - 0.5) * Math.max(0, height - 2 * reachY));
    const dark = colour === "#000000" || colour === "#1030c0" || colour === "#d01010";
    const ground = boxed
      ? `<rect x="${-long / 2 - 12}" y="${-size * 0.95}" width="${long + 24}" height="${size * 1.3}" fill="${dark ? "#fff" : "#111"}"/>`
      : "";
    const stroke = outlined
      ? ` stroke="${dark ? "#fff" : "#000"}" stroke-width="${size / 10}" paint-order="stroke"`
      : "";
    const text = `<text text-anchor="middle" y="${-size * 0.08}" font-family="${font}" font-weight="${bold ? "bold" : "normal"}" font-size="${size}" fill="${colour}"${stroke}>${written}</text>`;
    const layer = svg(width, height, `<g transform="translate(${x} ${y}) rotate(${angle})">${ground}${text}</g>`);
    const photo = sharp(photos[(i * 3) % photos.length]!).resize(width, height, { fit: "cover" });
    const bytes = await photo
      .composite([{ input: layer }])
      .jpeg({ quality: 70 + Math.floor(25 * random()) })
      .toBuffer();
    made.push({ bytes, written, country, font, angle, height: size });
  }
  return made;
}
