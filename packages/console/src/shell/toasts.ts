/** What the desk says in passing: a decision in its undo hold, or that something failed. */
import { useSyncExternalStore } from "react";

export interface Toast {
  id: string;
  kind: "hold" | "error" | "info";
  text: string;
  /** Case that the toast is about. */
  caseId?: string;
  /** Several cases that were decided at once. */
  caseIds?: readonly string[];
  /** Takes back what a hold is about, where that is no decision, and answers what to say then. */
  undo?: () => Promise<string>;
  /** How long it shows, in ms; for a hold, what is left of it on the server. */
  lasts: number;
}

let toasts: readonly Toast[] = [];
const listeners = new Set<() => void>();
const timers = new Map<string, ReturnType<typeof setTimeout>>();
let count = 0;

function set(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Shows a toast until its time is over; one about the same case and of the same kind takes the older one's place. */
export function say(toast: Omit<Toast, "id">): void {
  const id = String(++count);
  const kept = toasts.filter((other) => !toast.caseId || other.caseId !== toast.caseId || other.kind !== toast.kind);
  set([...kept.slice(-3), { ...toast, id }]);
  timers.set(
    id,
    setTimeout(() => hush(id), toast.lasts),
  );
}

export function hush(id: string): void {
  clearTimeout(timers.get(id));
  timers.delete(id);
  set(toasts.filter((toast) => toast.id !== id));
}

/** The newest deed that can still be undone. */
export const latestHold = (): Toast | undefined => toasts.findLast((toast) => toast.kind === "hold");

export const useToasts = (): readonly Toast[] =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => toasts,
  );
