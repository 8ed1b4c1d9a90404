/** Which key does what. Keys are named as the person's layout produces them (`a`, `?`, `ArrowLeft`, `mod+k`), so that AZERTY works. */

export const commands = {
  approve: "a",
  ask_fix: "f",
  refuse: "r",
  escalate: "e",
  snooze: "s",
  move: "m",
  playbook: "x",
  select: "c",
  undo: "z",
  next: "j",
  previous: "k",
  picture_next: "ArrowRight",
  picture_previous: "ArrowLeft",
  reveal: "Space",
  diff: "d",
  links: "l",
  history: "h",
  policy: "p",
  note: "n",
  wrong: "w",
  bank: "b",
  list: "t",
  search: "/",
  palette: "mod+k",
  help: "?",
} as const satisfies Record<string, string>;

export type Command = keyof typeof commands;
export type Keymap = Record<Command, string>;
export const commandNames = Object.keys(commands) as Command[];

/** Keys that are never given away: they belong to the browser, to focus, and to choosing a reason. */
const reserved = /^([0-9]|Tab|Enter|Escape|Backspace|F[0-9]+|shift\+.*)$/;

interface Pressed {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** Name of what was pressed, or undefined for a bare modifier. Shift is part of the character where there is one (`?`). */
export function pressed(event: Pressed): string | undefined {
  const { key } = event;
  if (
    key === undefined ||
    ["Shift", "Control", "Alt", "Meta", "AltGraph", "Dead", "Unidentified", "CapsLock"].includes(key)
  )
    return undefined;
  const name = key === " " ? "Space" : key.length === 1 ? key.toLowerCase() : key;
  const parts: string[] = [];
  if (event.ctrlKey || event.metaKey) parts.push("mod");
  if (event.altKey && key.length > 1) parts.push("alt");
  if (event.shiftKey && (key.length > 1 || /^[a-z]$/i.test(key)) && name !== "Space") parts.push("shift");
  return [...parts, name].join("+");
}

/** The default map with what the person changed. Unknown commands and reserved keys in it are passed over. */
export function keymap(changes: Partial<Record<string, string>>): Keymap {
  const map: Keymap = { ...commands };
  for (const name of commandNames) {
    const key = changes[name];
    if (typeof key === "string" && key !== "" && !reserved.test(key)) map[name] = key;
  }
  return map;
}

/** Why a key cannot be given to a command: it is reserved, or another command has it. */
export function conflict(map: Keymap, command: Command, key: string): "reserved" | Command | undefined {
  if (reserved.test(key)) return "reserved";
  return commandNames.find((name) => name !== command && map[name] === key);
}

export function commandOf(map: Keymap, key: string | undefined): Command | undefined {
  return key === undefined ? undefined : commandNames.find((name) => map[name] === key);
}

const shown: Readonly<Record<string, string>> = {
  ArrowRight: "→",
  ArrowLeft: "←",
  ArrowUp: "↑",
  ArrowDown: "↓",
  mod: "Ctrl",
  shift: "⇧",
  alt: "Alt",
};

/** The caps of a key, to be drawn: `["Ctrl", "K"]`. */
export function keyCaps(key: string): string[] {
  return key.split(/\+(?=.)/).map((part) => shown[part] ?? (part.length === 1 ? part.toUpperCase() : part));
}
