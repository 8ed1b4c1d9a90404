/** What a person sets for this browser only: keys, blur. Kept in local storage; a broken or missing store means the defaults. */
import { useSyncExternalStore } from "react";

export const blurModes = ["severe", "all", "none"] as const;

export interface Preferences {
  keyboard: boolean;
  keys: Record<string, string>;
  /** Which pictures are blurred until revealed. */
  blur: (typeof blurModes)[number];
  /** Greyscale while blurred or severe. */
  greyscale: boolean;
  /** How the cases of a queue are laid out. */
  queueMode: "list" | "grid";
}

const defaults: Preferences = { keyboard: true, keys: {}, blur: "severe", greyscale: false, queueMode: "list" };
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
