/** What a person sets for this browser only: keys, how pictures are shown. Kept in local storage; a broken or missing store means the defaults. */
import type { PictureLook, PicturesShown } from "@assay/contract";
import { useSyncExternalStore } from "react";

export interface Preferences {
  keyboard: boolean;
  keys: Record<string, string>;
  /** How pictures of each class are shown, where that is not as the marketplace has it. */
  looks: Partial<Record<keyof PicturesShown, PictureLook>>;
  /** How the cases of a queue are laid out. */
  queueMode: "list" | "grid";
}

const defaults: Preferences = { keyboard: true, keys: {}, looks: {}, queueMode: "list" };
const place = "assay.preferences";
const listeners = new Set<() => void>();
let current = read();

function read(): Preferences {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(place) ?? "{}");
    if (typeof stored !== "object" || stored === null) return defaults;
    return { ...defaults, ...stored };
  } catch {
    return defaults;
  }
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(place, JSON.stringify(current));
  } catch {
    // Storage is full or forbidden: the setting lasts as long as the page.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current);
