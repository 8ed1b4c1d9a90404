import { describe, expect, test } from "vitest";
import { commandNames, commandOf, commands, conflict, keyCaps, keymap, pressed } from "./keymap.ts";

const press = (key: string, modifiers: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}) =>
  pressed({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...modifiers });

describe("pressed", () => {
  test("letters by what the layout produces, whatever Caps Lock says", () => {
    expect(press("a")).toBe("a");
    expect(press("A")).toBe("a");
    expect(press("A", { shiftKey: true })).toBe("shift+a");
  });
  test("Shift belongs to a character that needs it", () => {
    expect(press("?", { shiftKey: true })).toBe("?");
    expect(press("/", { shiftKey: true })).toBe("/");
  });
  test("Control and Command are one", () => {
    expect(press("k", { ctrlKey: true })).toBe("mod+k");
    expect(press("k", { metaKey: true })).toBe("mod+k");
  });
  test("named keys, and bare modifiers are nothing", () => {
    expect(press(" ")).toBe("Space");
    expect(press("ArrowLeft")).toBe("ArrowLeft");
    expect(press("Shift", { shiftKey: true })).toBeUndefined();
  });
});

describe("keymap", () => {
  test("no two commands share a key, and each answers to its own", () => {
    const map = keymap({});
    expect(new Set(Object.values(map)).size).toBe(commandNames.length);
    for (const name of commandNames) expect(commandOf(map, map[name])).toBe(name);
  });
  test("approve and refuse lie apart on QWERTY and AZERTY", () => {
    for (const rows of [
      ["qwertyuiop", "asdfghjkl", "zxcvbnm"],
      ["azertyuiop", "qsdfghjklm", "wxcvbn"],
    ]) {
      const place = (key: string) => {
        const row = rows.findIndex((keys) => keys.includes(key));
        return { row, column: rows[row]!.indexOf(key) };
      };
      const approve = place(commands.approve);
      const refuse = place(commands.refuse);
      expect(Math.abs(approve.column - refuse.column)).toBeGreaterThan(1);
    }
  });
  test("a change replaces one key; what cannot be is passed over", () => {
    const map = keymap({ approve: "y", refuse: "1", nonsense: "q", note: "" });
    expect(map.approve).toBe("y");
    expect(map.refuse).toBe("r");
    expect(map.note).toBe("n");
    expect(commandOf(map, "a")).toBeUndefined();
  });
  test("a key that another command has, or that is reserved, is a conflict", () => {
    const map = keymap({});
    expect(conflict(map, "approve", "r")).toBe("refuse");
    expect(conflict(map, "approve", "a")).toBeUndefined();
    expect(conflict(map, "approve", "q")).toBeUndefined();
    for (const key of ["5", "Tab", "Enter", "Escape", "F5", "shift+a"])
      expect(conflict(map, "approve", key)).toBe("reserved");
  });
});

test("keys are drawn as caps", () => {
  expect(keyCaps("mod+k")).toEqual(["Ctrl", "K"]);
  expect(keyCaps("ArrowLeft")).toEqual(["←"]);
  expect(keyCaps("+")).toEqual(["+"]);
  expect(keyCaps("?")).toEqual(["?"]);
});
