/** The pictures that the market serves: drawings by name, made when first looked at, and what people uploaded. */
import { draw } from "./draw.ts";
import { recipeOf } from "./recipe.ts";

const keptDrawings = 300;
const keptUploads = 500;

export class Album {
  readonly #drawings = new Map<string, Promise<Buffer>>();
  readonly #uploads = new Map<string, { bytes: Buffer; mime: string }>();

  /** PNG of a drawing, or `undefined` when the name is no recipe. */
  drawing(name: string): Promise<Buffer> | undefined {
    const known = this.#drawings.get(name);
    if (known) return known;
    const recipe = recipeOf(name);
    if (!recipe) return undefined;
    const drawn = draw(recipe);
    this.#drawings.set(name, drawn);
    forgetOldest(this.#drawings, keptDrawings);
    return drawn;
  }

  keep(id: string, bytes: Buffer, mime: string): void {
    this.#uploads.set(id, { bytes, mime });
    forgetOldest(this.#uploads, keptUploads);
  }

  upload(id: string): { bytes: Buffer; mime: string } | undefined {
    return this.#uploads.get(id);
  }
}

function forgetOldest(map: Map<string, unknown>, limit: number): void {
  const oldest = map.keys().next();
  if (map.size > limit && !oldest.done) map.delete(oldest.value);
}
