/**
 * A picture's name is its recipe: `phone-black-4711.png` is always the same drawing, so nothing has to be stored and the
 * past's pictures can be drawn when somebody looks at them.
 */
const shapes = [
  "phone",
  "laptop",
  "console",
  "bag",
  "coat",
  "shoe",
  "watch",
  "bike",
  "sofa",
  "shelf",
  "pram",
  "book",
  "ticket",
  "car",
  "pistol",
  "passport",
  "pills",
] as const;
export type Shape = (typeof shapes)[number];

const tints = ["black", "white", "blue", "green", "red", "grey", "brown", "pink"] as const;
export type Tint = (typeof tints)[number];

/** What a thief does to a picture that is not his, or a seller to one that is. */
export const edits = ["mirrored", "cropped", "framed", "paler", "smaller"] as const;
type Edit = (typeof edits)[number];

export interface Recipe {
  shape: Shape;
  tint: Tint;
  /** Decides background, angle, size and marks: 0 to 999,999. */
  seed: number;
  edit?: Edit;
  /** Written across the picture, by those who hide things from readers of text. */
  caption?: string;
}

/** The name under which the market serves the picture. */
export function pictureName({ shape, tint, seed, edit, caption }: Recipe): string {
  const text = caption === undefined ? undefined : `t${Buffer.from(caption).toString("base64url")}`;
  return `${[shape, tint, seed, ...(edit ? [edit] : []), ...(text ? [text] : [])].join(".")}.png`;
}

/** The recipe that a name stands for, or `undefined` when it is none. */
export function recipeOf(name: string): Recipe | undefined {
  const match = /^([a-z]+)\.([a-z]+)\.(\d{1,6})(?:\.([a-z]+))?(?:\.t([\w-]{1,200}))?\.png$/.exec(name);
  if (!match) return undefined;
  const [, shape, tint, seed, edit, text] = match;
  if (!shapes.includes(shape as Shape) || !tints.includes(tint as Tint)) return undefined;
  if (edit !== undefined && !edits.includes(edit as Edit)) return undefined;
  return {
    shape: shape as Shape,
    tint: tint as Tint,
    seed: Number(seed),
    ...(edit && { edit: edit as Edit }),
    ...(text && { caption: Buffer.from(text, "base64url").toString() }),
  };
}

/** Pictures that the marketplace has refused before, for a bank of known pictures; scammers use copies of them. */
export const knownBad: readonly (Recipe & { bank: "prohibited" | "scam"; label: string })[] = [
  { shape: "pistol", tint: "black", seed: 900001, bank: "prohibited", label: "pistol on a table" },
  { shape: "pistol", tint: "grey", seed: 900002, bank: "prohibited", label: "grey pistol" },
  { shape: "passport", tint: "red", seed: 900003, bank: "prohibited", label: "passport for sale" },
  { shape: "passport", tint: "blue", seed: 900004, bank: "prohibited", label: "blue passport" },
  { shape: "pills", tint: "white", seed: 900005, bank: "prohibited", label: "pills without prescription" },
  { shape: "bag", tint: "brown", seed: 900006, bank: "scam", label: "counterfeit bag, seen in many ads" },
  { shape: "watch", tint: "green", seed: 900007, bank: "scam", label: "counterfeit watch, seen in many ads" },
];
