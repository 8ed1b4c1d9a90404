/** Binds commands to what the screen does. Silent in text fields and dialogs, and when switched off. */
import { useEffect, useEffectEvent, useRef } from "react";
import { usePreferences } from "../settings/preferences.ts";
import { type Command, commandOf, keymap, pressed } from "./keymap.ts";

export type Handlers = Partial<Record<Command, () => void>>;

const typing =
  "textarea, select, [contenteditable=true], input:not([type=checkbox], [type=radio], [type=button], [type=submit])";
/** Keys that a focused control needs for itself. */
const controlKeys = new Set(["Space", "Enter", "ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown"]);
const controls = "button, a, summary, input, [role=slider], [role=tab], [role=menuitem], [role=radio], [role=option]";

/** Whether a key press belongs to what has the focus and not to the desk. */
function isTaken(event: KeyboardEvent, key: string | undefined): boolean {
  if (event.defaultPrevented || event.isComposing || !(event.target instanceof Element)) return true;
  if (event.target.closest(typing)) return true;
  if (document.querySelector("[aria-modal=true]")) return true;
  if (event.target.closest("[role=dialog], [role=menu], [role=listbox]")) return true;
  return key !== undefined && controlKeys.has(key) && event.target.closest(controls) !== null;
}

/** What the screens that are open can do now, for the palette; the newest last. */
const screens = new Set<{ readonly handlers: Handlers }>();
export const commandsNow = (): Handlers => Object.assign({}, ...[...screens].map(({ handlers }) => handlers));

interface Options {
  enabled?: boolean;
  /** What the keys 1 to 9 do, while a choice is open. */
  digits?: ((digit: number) => void) | undefined;
  /** What letting go of a key does. */
  released?: Handlers;
}

/**
 * A library of fixed hotkeys does not fit: the map is the person's own, and one listener must see every key to tell commands, digits and
 * text apart.
 * @param handlers what each command does here; a command without one is left to other listeners
 */
export function useCommands(handlers: Handlers, { enabled = true, digits, released = {} }: Options = {}): void {
  const preferences = usePreferences();
  const active = enabled && preferences.keyboard;

  const latest = useRef<{ handlers: Handlers }>({ handlers });
  useEffect(() => {
    latest.current.handlers = handlers;
  });
  useEffect(() => {
    const screen = latest.current;
    if (!enabled) return;
    screens.add(screen);
    return () => void screens.delete(screen);
  }, [enabled]);

  const down = useEffectEvent((event: KeyboardEvent) => {
    const key = pressed(event);
    if (isTaken(event, key)) return;
    // Digits by their place on the keyboard: on AZERTY the digit row needs Shift.
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const digit = digits && plain ? /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1] : undefined;
    const command = commandOf(keymap(preferences.keys), key);
    const act = digit ? () => digits?.(Number(digit)) : command && handlers[command];
    if (!act) return;
    event.preventDefault();
    // A held key repeats; acting again on that would decide a case that nobody has seen.
    if (!event.repeat || command === "picture_next" || command === "picture_previous") act();
  });
  const up = useEffectEvent((event: KeyboardEvent) => {
    const command = commandOf(keymap(preferences.keys), pressed(event));
    if (command) released[command]?.();
  });

  useEffect(() => {
    if (!active) return;
    const onDown = (event: KeyboardEvent) => down(event);
    const onUp = (event: KeyboardEvent) => up(event);
    window.addEventListener("keydown", onDown);
    window.addEventListener("keyup", onUp);
    return () => {
      window.removeEventListener("keydown", onDown);
      window.removeEventListener("keyup", onUp);
    };
  }, [active]);
}
