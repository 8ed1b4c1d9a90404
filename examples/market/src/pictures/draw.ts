/** Draws a recipe: an item on a table or against a wall, as a PNG. Deterministic. */
import sharp from "sharp";
import { type Random, seeded } from "../simulation/random.ts";
import type { Recipe, Shape, Tint } from "./recipe.ts";

const width = 640;
const height = 480;

const fills: Record<Tint, readonly [base: string, shade: string, light: string]> = {
  black: ["#23262b", "#0f1114", "#4a5058"],
  white: ["#eceae4", "#c9c5ba", "#ffffff"],
  blue: ["#2f5f9e", "#1d3f6d", "#6b9bd6"],
  green: ["#3f7d58", "#27523a", "#7fbd97"],
  red: ["#b23a3a", "#7a2424", "#e07a72"],
  grey: ["#868c93", "#5b6066", "#b9bec4"],
  brown: ["#7d5636", "#523720", "#b38a61"],
  pink: ["#d98aa5", "#a85d78", "#f4bccd"],
};

type Paint = readonly [base: string, shade: string, light: string];
type Draw = (paint: Paint, random: Random) => string;

/** Each shape is drawn around the origin, within 200 of it. */
const drawings: Record<Shape, Draw> = {
  phone: ([base, shade, light], r) =>
    `<rect x="-75" y="-155" width="150" height="310" rx="24" fill="${base}" stroke="${shade}" stroke-width="5"/>
     <rect x="-64" y="-140" width="128" height="280" rx="14" fill="#10151c"/>
     <path d="M-64 ${r.int(-60, 60)} L64 ${r.int(-120, 20)} L64 140 L-64 140Z" fill="${light}" opacity=".35"/>
     <circle cx="0" cy="-126" r="5" fill="#333"/>${marks(r, 60, 130)}`,
  laptop: ([base, shade, light], r) =>
    `<path d="M-150 -120 h300 v190 h-300Z" fill="${shade}"/><path d="M-138 -108 h276 v166 h-276Z" fill="#17202b"/>
     <path d="M-138 ${r.int(-40, 40)} L138 ${r.int(-90, 10)} V58 H-138Z" fill="${light}" opacity=".3"/>
     <path d="M-150 70 h300 l34 60 h-368Z" fill="${base}"/><path d="M-120 82 h240 l14 26 h-268Z" fill="${shade}"/>`,
  console: ([base, shade, light], r) =>
    `<rect x="-160" y="-60" width="320" height="86" rx="${r.int(8, 40)}" fill="${base}"/><rect x="-160" y="-22" width="320" height="10" fill="${shade}"/>
     <path d="M-70 70 q70 -34 140 0 q44 66 14 84 q-24 8 -50 -34 h-68 q-26 42 -50 34 q-30 -18 14 -84Z" fill="${shade}"/>
     <circle cx="-36" cy="92" r="13" fill="${light}"/><circle cx="36" cy="92" r="13" fill="${light}"/>`,
  bag: ([base, shade, light], r) =>
    `<path d="M-70 -70 q0 -100 70 -100 t70 100" fill="none" stroke="${shade}" stroke-width="13"/>
     <path d="M-130 -70 h260 l24 200 h-308Z" fill="${base}"/><path d="M-130 -70 h260 l6 52 h-272Z" fill="${light}" opacity=".5"/>
     <circle cx="0" cy="${r.int(-24, -6)}" r="12" fill="#d8b45a"/>${checks(r, shade)}`,
  coat: ([base, shade, light], r) =>
    `<path d="M-60 -150 L-150 -90 L-120 40 L-88 20 L-96 160 H96 L88 20 L120 40 L150 -90 L60 -150 Q0 -110 -60 -150Z" fill="${base}"/>
     <path d="M0 -126 V160" stroke="${shade}" stroke-width="6"/>
     ${[-70, -20, 30, 80].map((y) => `<circle cx="${r.int(10, 18)}" cy="${y}" r="6" fill="${light}"/>`).join("")}`,
  shoe: ([base, shade, light], r) =>
    `<path d="M-160 -30 q20 -40 60 -30 l70 46 q60 26 150 40 q40 10 36 54 h-316 q-14 -60 0 -110Z" fill="${base}"/>
     <rect x="-164" y="78" width="324" height="24" rx="12" fill="${light}"/>
     ${[0, 1, 2, 3].map((i) => `<path d="M${-60 + i * 28} ${-16 + i * 12} l${r.int(18, 26)} -16" stroke="${shade}" stroke-width="7"/>`).join("")}`,
  watch: ([base, shade, light], r) =>
    `<rect x="-38" y="-180" width="76" height="360" rx="18" fill="${shade}"/><circle r="88" fill="${base}"/><circle r="72" fill="${light}"/>
     ${Array.from({ length: 12 }, (_, i) => `<rect x="-3" y="-66" width="6" height="14" fill="${shade}" transform="rotate(${i * 30})"/>`).join("")}
     <path d="M0 0 V-52" stroke="#222" stroke-width="6" transform="rotate(${r.int(0, 359)})"/><path d="M0 0 V-36" stroke="#222" stroke-width="9" transform="rotate(${r.int(0, 359)})"/>`,
  bike: ([base, shade], r) =>
    `<g fill="none" stroke="#222" stroke-width="9"><circle cx="-105" cy="60" r="${r.int(68, 78)}"/><circle cx="105" cy="60" r="${r.int(68, 78)}"/></g>
     <path d="M-105 60 L-40 -50 H70 L0 60 H-105 M-52 -72 L0 60 M70 -50 L105 60 M70 -50 L62 -92 h40" fill="none" stroke="${base}" stroke-width="12" stroke-linejoin="round"/>
     <rect x="-84" y="-86" width="62" height="13" rx="6" fill="${shade}"/>`,
  sofa: ([base, shade, light], r) =>
    `<rect x="-180" y="-90" width="360" height="130" rx="30" fill="${base}"/><rect x="-196" y="-30" width="56" height="130" rx="22" fill="${shade}"/>
     <rect x="140" y="-30" width="56" height="130" rx="22" fill="${shade}"/><rect x="-140" y="10" width="280" height="80" rx="16" fill="${light}"/>
     <rect x="${r.int(-120, 40)}" y="-40" width="70" height="66" rx="12" fill="${shade}" opacity=".8"/><path d="M-150 100 v26 M150 100 v26" stroke="#3a2a1a" stroke-width="14"/>`,
  shelf: ([base, shade, light], r) =>
    `<rect x="-140" y="-150" width="280" height="300" fill="${base}"/>
     ${[0, 1, 2].map((i) => `<rect x="-124" y="${-134 + i * 94}" width="248" height="78" fill="${i % 2 ? light : shade}"/><circle cx="${r.int(-20, 20)}" cy="${-94 + i * 94}" r="8" fill="#d8b45a"/>`).join("")}`,
  pram: ([base, shade, light], r) =>
    `<path d="M-130 -20 a120 120 0 0 1 120 -120 v120Z" fill="${shade}"/><path d="M-130 -20 h240 q-10 100 -120 100 t-120 -100Z" fill="${base}"/>
     <path d="M110 -20 l50 -70 h26" stroke="#333" stroke-width="11" fill="none"/><g fill="${light}" stroke="#222" stroke-width="9"><circle cx="-76" cy="126" r="${r.int(28, 36)}"/><circle cx="66" cy="126" r="${r.int(28, 36)}"/></g>`,
  book: ([base, shade, light], r) =>
    [0, 1, 2, 3]
      .map(
        (i) =>
          `<g transform="translate(${r.int(-14, 14)} ${100 - i * 58}) rotate(${r.int(-3, 3)})"><rect x="-140" y="-26" width="280" height="52" rx="5" fill="${[base, light, shade, base][i]}"/><rect x="-110" y="-8" width="${r.int(70, 150)}" height="9" fill="#fff" opacity=".7"/></g>`,
      )
      .join(""),
  ticket: ([base, shade, light], r) =>
    `<g transform="rotate(${r.int(-12, 12)})"><rect x="-170" y="-80" width="340" height="160" rx="14" fill="${light}"/><rect x="-170" y="-80" width="92" height="160" rx="14" fill="${base}"/>
     ${Array.from({ length: 16 }, (_, i) => `<rect x="${-40 + i * 12}" y="16" width="${r.int(2, 8)}" height="46" fill="${shade}"/>`).join("")}<rect x="-40" y="-52" width="${r.int(110, 180)}" height="16" fill="${shade}"/></g>`,
  car: ([base, shade, light], r) =>
    `<path d="M-190 50 q4 -56 60 -62 l50 -58 q8 -10 24 -10 h100 q16 0 28 12 l46 54 q66 8 72 64 v20 h-380Z" fill="${base}"/>
     <path d="M-66 -20 l34 -42 h38 v42Z M20 -20 v-42 h44 l34 42Z" fill="#cfe3ee"/><g fill="#1b1b1b"><circle cx="-104" cy="72" r="40"/><circle cx="110" cy="72" r="40"/></g>
     <g fill="${light}"><circle cx="-104" cy="72" r="${r.int(16, 24)}"/><circle cx="110" cy="72" r="${r.int(16, 24)}"/></g><path d="M-186 40 h372" stroke="${shade}" stroke-width="6"/>`,
  pistol: ([base, shade, light]) =>
    `<path d="M-150 -70 h290 v54 h-210 l-20 30 h-24 l-26 110 h-76 l32 -140 q-6 -40 34 -54Z" fill="${base}"/><path d="M-150 -52 h290" stroke="${light}" stroke-width="6"/>
     <circle cx="-30" cy="14" r="26" fill="none" stroke="${shade}" stroke-width="10"/>`,
  passport: ([base, shade]) =>
    `<rect x="-110" y="-150" width="220" height="300" rx="14" fill="${base}"/><circle cy="-20" r="52" fill="none" stroke="#d8b45a" stroke-width="8"/>
     <path d="M0 -64 l12 36 h38 l-30 24 l11 36 l-31 -22 l-31 22 l11 -36 l-30 -24 h38Z" fill="#d8b45a"/><rect x="-64" y="70" width="128" height="14" fill="#d8b45a"/><rect x="-44" y="100" width="88" height="12" fill="${shade}"/>`,
  pills: ([, shade, light], r) =>
    `<rect x="-60" y="-150" width="120" height="200" rx="18" fill="#d9822b"/><rect x="-72" y="-176" width="144" height="44" rx="10" fill="${light}" stroke="${shade}" stroke-width="4"/>
     <rect x="-50" y="-80" width="100" height="84" fill="#fff"/>${Array.from({ length: 9 }, () => `<ellipse cx="${r.int(-150, 150)}" cy="${r.int(80, 150)}" rx="24" ry="13" fill="${light}" stroke="${shade}" stroke-width="3"/>`).join("")}`,
};

/** Traces of use: thin scratches. */
function marks(random: Random, x: number, y: number): string {
  return Array.from({ length: random.int(0, 4) }, () => {
    const from = [random.int(-x, x), random.int(-y, y)];
    return `<path d="M${from[0]} ${from[1]} l${random.int(-26, 26)} ${random.int(-26, 26)}" stroke="#fff" stroke-width="1.5" opacity=".55"/>`;
  }).join("");
}

function checks(random: Random, colour: string): string {
  if (random.chance(0.5)) return "";
  return [-90, -45, 0, 45, 90]
    .map((x) => `<path d="M${x} 0 L${x * 1.2} 126" stroke="${colour}" stroke-width="3" opacity=".6"/>`)
    .join("");
}

/** The room around the thing: wall and table, floor boards, or a carpet. */
function background(random: Random): string {
  const hue = random.int(0, 359);
  const wall = `hsl(${hue} ${random.int(8, 32)}% ${random.int(62, 90)}%)`;
  const floor = `hsl(${random.int(18, 44)} ${random.int(18, 46)}% ${random.int(34, 66)}%)`;
  const line = random.int(250, 400);
  const boards = Array.from({ length: random.int(0, 9) }, (_, i) => {
    const x = i * random.int(70, 110);
    return `<path d="M${x} ${line} L${x - random.int(0, 90)} ${height}" stroke="#000" opacity=".14" stroke-width="3"/>`;
  }).join("");
  const frame = random.chance(0.3)
    ? `<rect x="${random.int(20, 460)}" y="${random.int(10, 60)}" width="${random.int(80, 150)}" height="${random.int(60, 120)}" fill="hsl(${random.int(0, 359)} 30% 58%)" stroke="#5b4632" stroke-width="7"/>`
    : "";
  return `<rect width="${width}" height="${height}" fill="${wall}"/>${frame}<rect y="${line}" width="${width}" height="${height - line}" fill="${floor}"/>${boards}${clutter(random)}`;
}

/** What else stands about in the room: no two photos of a bag are of the same room. */
function clutter(random: Random): string {
  return Array.from({ length: random.int(14, 24) }, () => {
    const [x, y] = [random.int(0, width), random.int(0, height)];
    const [w, h] = [random.int(14, 90), random.int(10, 70)];
    const fill = `hsl(${random.int(0, 359)} ${random.int(10, 45)}% ${random.int(20, 85)}%)`;
    return random.chance(0.5)
      ? `<ellipse cx="${x}" cy="${y}" rx="${w / 2}" ry="${h / 2}" fill="${fill}" opacity=".75"/>`
      : `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="4" fill="${fill}" opacity=".75" transform="rotate(${random.int(-30, 30)} ${x} ${y})"/>`;
  }).join("");
}

function svg({ shape, tint, seed, caption }: Recipe): string {
  const random = seeded(`picture/${shape}/${tint}/${seed}`);
  const x = width / 2 + random.int(-60, 60);
  const y = height / 2 + random.int(-20, 40);
  const scale = 0.78 + random.next() * 0.4;
  const light = random.int(0, width);
  const text = caption?.replace(/[<&>"]/g, (c) => `&#${c.charCodeAt(0)};`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">
    <defs>
      <radialGradient id="lamp" gradientUnits="userSpaceOnUse" cx="${light}" cy="${random.int(0, 160)}" r="560"><stop offset="0" stop-color="#fff" stop-opacity=".24"/><stop offset="1" stop-color="#000" stop-opacity=".34"/></radialGradient>
    </defs>
    ${background(random)}
    <ellipse cx="${x}" cy="${y + 150 * scale}" rx="${190 * scale}" ry="${28 * scale}" fill="#000" opacity=".24"/>
    <g transform="translate(${x} ${y}) rotate(${random.int(-9, 9)}) scale(${scale.toFixed(3)})">${drawings[shape](fills[tint], random)}</g>
    <rect width="${width}" height="${height}" fill="url(#lamp)"/>
    ${text ? `<rect y="390" width="${width}" height="62" fill="#fff" opacity=".82"/><text x="${width / 2}" y="432" font-family="DejaVu Sans, Liberation Sans, sans-serif" font-size="34" text-anchor="middle" fill="#111">${text}</text>` : ""}
  </svg>`;
}

/** PNG bytes of a recipe, 640 by 480 unless an edit changes that. Costs some 12 ms. */
export async function draw(recipe: Recipe): Promise<Buffer> {
  let image = sharp(Buffer.from(svg(recipe)));
  if (recipe.edit === "mirrored") image = image.flop();
  if (recipe.edit === "cropped") image = image.extract({ left: 48, top: 30, width: 552, height: 420 });
  if (recipe.edit === "framed") image = image.extend({ top: 18, bottom: 18, left: 18, right: 18, background: "#fff" });
  if (recipe.edit === "paler") image = image.modulate({ brightness: 1.08, saturation: 0.85 });
  if (recipe.edit === "smaller") image = image.resize(480);
  return image.png({ compressionLevel: 6 }).toBuffer();
}
