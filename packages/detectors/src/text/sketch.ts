/** A text's likeness in a few bytes: min-wise hashes over its word triples (Broder 1997), figures made alike. */
import { type TextView, viewOf } from "./view.ts";

const parts = 8;
const maxWords = 200;
const seeds = Array.from({ length: parts }, (_, i) => Math.imul(i + 1, 0x9e3779b1) | 1);

/**
 * @param text cut at 2,000 UTF-16 units; at most 200 words are read
 * @returns eight parts of four hex digits; empty where there is no word. Equal parts of two sketches estimate the share of word triples
 *   that the two texts have in common.
 */
export function sketchOf(text: string): string {
  const words = wordsOf(viewOf("text", text.slice(0, 2000)));
  if (words.length === 0) return "";
  const least = new Array<number>(parts).fill(0xffffffff);
  for (let i = 0; i === 0 || i + 2 < words.length; i++) {
    const hash = hashOf(`${words[i]} ${words[i + 1] ?? ""} ${words[i + 2] ?? ""}`);
    for (let p = 0; p < parts; p++) {
      const value = mix(hash ^ seeds[p]!);
      if (value < least[p]!) least[p] = value;
    }
  }
  return least.map((value) => (value >>> 16).toString(16).padStart(4, "0")).join("");
}

/** @returns 0 (nothing in common) to 1 (the same words), in eighths; 0 where either is empty */
export function likeness(a: string, b: string): number {
  if (a === "" || b === "") return 0;
  let same = 0;
  for (let i = 0; i < parts * 4; i += 4) if (a.slice(i, i + 4) === b.slice(i, i + 4)) same += 1;
  return same / parts;
}

function wordsOf(view: TextView): string[] {
  const words: string[] = [];
  for (let t = 0; t < view.tokens.count && t < maxWords; t++) words.push(view.word(t).replace(/\d+/g, "0"));
  return words;
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** MurmurHash3's finalizer. */
function mix(hash: number): number {
  let h = hash;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
