/** What thieves and phones do to a photo: edits of a photo, each a function of its bytes. */
import sharp, { type Sharp } from "sharp";

export interface Size {
  width: number;
  height: number;
}
/** @param others photos to stand beside it, where an edit needs them */
export type Edit = (photo: Sharp, size: Size, others: readonly Buffer[]) => Sharp | Promise<Sharp>;

/** Cut off on each side, in shares. */
const crop =
  (left: number, top: number, right: number, bottom: number): Edit =>
  (photo, { width, height }) =>
    photo.extract({
      left: Math.round(width * left),
      top: Math.round(height * top),
      width: Math.round(width * (1 - left - right)),
      height: Math.round(height * (1 - top - bottom)),
    });
const even = (share: number) => crop(share, share, share, share);

export const svg = (width: number, height: number, inner: string) =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inner}</svg>`);

export function padding(pixels: number, background: string) {
  return { top: pixels, bottom: pixels, left: pixels, right: pixels, background };
}

/** Four photos in one, this one of them. `contain` shows all of it, `cover` fills the tile. */
const collage =
  (place: number, fit: "inside" | "cover"): Edit =>
  async (photo, _size, others) => {
    const side = 400;
    const tile = await photo.resize(side, side, { fit }).png().toBuffer();
    const rest = await Promise.all(
      others.slice(0, 3).map((other) => sharp(other).resize(side, side, { fit: "cover" }).toBuffer()),
    );
    const tiles = [...rest.slice(0, place), tile, ...rest.slice(place)];
    const blank = sharp({ create: { width: 2 * side, height: 2 * side, channels: 3, background: "#fff" } });
    return blank.composite(tiles.map((input, i) => ({ input, left: (i % 2) * side, top: Math.floor(i / 2) * side })));
  };

/** A phone's screenshot of the photo: bars above and below, buttons, a caption. */
const screenshot: Edit = async (photo, { width, height }) => {
  const tall = Math.round(Math.max(height * 1.35, width * 1.9));
  const chrome = `<rect width="100%" height="${width * 0.14}" fill="#fff"/><text x="4%" y="${width * 0.09}" font-size="${width / 18}" font-family="sans-serif">12:41   Lina's wardrobe</text>
    <rect x="4%" y="${tall - width * 0.16}" width="92%" height="${width * 0.11}" rx="9" fill="#0a8"/><text x="34%" y="${tall - width * 0.085}" font-size="${width / 16}" font-family="sans-serif" fill="#fff">Send message</text>`;
  return sharp({ create: { width, height: tall, channels: 3, background: "#161616" } }).composite([
    { input: await photo.png().toBuffer(), left: 0, top: Math.round((tall - height) / 2) },
    { input: svg(width, tall, chrome), left: 0, top: 0 },
  ]);
};

/** Least share of each that must be found, where the project promises one. */
export const edits: Record<string, { edit: Edit; bar?: number }> = {
  "JPEG quality 30": { edit: (photo) => photo.jpeg({ quality: 30 }) },
  "a quarter of the size": { edit: (photo, { width }) => photo.resize(Math.round(width / 4)) },
  brighter: { edit: (photo) => photo.linear(1.25, 10) },
  mirrored: { edit: (photo) => photo.flop(), bar: 0.9 },
  "a quarter turn": { edit: (photo) => photo.rotate(90), bar: 0.9 },
  "cropped by 5 % each side": { edit: even(0.05), bar: 0.9 },
  "cropped by 10 % each side": { edit: even(0.1), bar: 0.9 },
  "cropped by 20 % each side": { edit: even(0.2) },
  "cropped on two sides, by 30 % and 20 %": { edit: crop(0.3, 0, 0, 0.2) },
  "turned by 5°": { edit: (photo) => photo.rotate(5, { background: "white" }) },
  "a border of 5 %": { edit: (photo, { width }) => photo.extend(padding(Math.round(width / 20), "white")), bar: 0.9 },
  "text across it": {
    edit: (photo, { width, height }) =>
      photo.composite([
        {
          input: svg(
            width,
            height,
            `<text x="8%" y="56%" font-size="${width / 8}" font-family="sans-serif" font-weight="bold" fill="white" stroke="black">SALE TODAY</text>`,
          ),
        },
      ]),
    bar: 0.9,
  },
  "a logo in the corner": {
    edit: (photo, { width, height }) =>
      photo.composite([
        {
          input: svg(
            width,
            height,
            `<circle cx="${width * 0.82}" cy="${width * 0.18}" r="${width * 0.13}" fill="#d22"/><text x="${width * 0.72}" y="${width * 0.21}" font-size="${width / 11}" font-family="sans-serif" fill="#fff">shop</text>`,
          ),
        },
      ]),
    bar: 0.9,
  },
  "a phone's screenshot of it": { edit: screenshot },
  "a collage of four, all of it": { edit: collage(0, "inside"), bar: 0.9 },
  "a collage of four, cut to the tile": { edit: collage(3, "cover"), bar: 0.9 },
  "mirrored, cropped on all sides, quality 40": {
    edit: async (photo, size, others) => {
      const cropped = await (await crop(0.08, 0.02, 0.05, 0.1)(photo, size, others)).toBuffer();
      return sharp(cropped).flop().jpeg({ quality: 40 });
    },
  },
};
