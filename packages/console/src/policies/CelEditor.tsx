/** One condition as CEL: completion, mistakes under the characters they are about, and what a name is on hover. */

import type { ConditionFaces, Vocabulary } from "@assay/contract";
import { autocompletion, type CompletionContext, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { setDiagnostics } from "@codemirror/lint";
import { EditorState } from "@codemirror/state";
import {
  Decoration,
  type DecorationSet,
  EditorView,
  hoverTooltip,
  keymap,
  MatchDecorator,
  ViewPlugin,
  type ViewUpdate,
} from "@codemirror/view";
import { useEffect, useRef } from "react";
import { completionsAt, nameAt } from "./celNames.ts";
import styles from "./editor.module.css";

export function CelEditor({
  value,
  onChange,
  vocabulary,
  mistakes,
  label,
}: {
  value: string;
  onChange: (value: string) => void;
  vocabulary: Vocabulary | undefined;
  mistakes: ConditionFaces["mistakes"];
  label: string;
}) {
  const box = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  // The editor is made once; what it asks for is read when it asks.
  const now = useRef({ onChange, vocabulary });
  now.current = { onChange, vocabulary };
  const first = useRef({ value, label });
  useEffect(() => {
    const made = new EditorView({
      parent: box.current!,
      state: EditorState.create({
        doc: first.current.value,
        extensions: [
          history(),
          // Tab leaves the field, as everywhere else.
          keymap.of([...completionKeymap, ...defaultKeymap, ...historyKeymap]),
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({ "aria-label": first.current.label, spellcheck: "false" }),
          autocompletion({ override: [(context) => complete(context, now.current.vocabulary)], icons: false }),
          hoverTooltip((editor, at) => hover(editor, at, now.current.vocabulary)),
          coloured,
          EditorView.updateListener.of((update) => {
            if (update.docChanged) now.current.onChange(update.state.doc.toString());
          }),
        ],
      }),
    });
    view.current = made;
    return () => made.destroy();
  }, []);
  useEffect(() => {
    const editor = view.current;
    if (editor && editor.state.doc.toString() !== value) {
      editor.dispatch({ changes: { from: 0, to: editor.state.doc.length, insert: value } });
    }
  }, [value]);
  useEffect(() => {
    const editor = view.current;
    if (!editor) return;
    const { length } = editor.state.doc;
    const marks = mistakes.map(({ start, end, message }) => {
      const from = Math.min(start, length);
      return { from, to: Math.min(Math.max(end, from + 1), length), message, severity: "error" as const };
    });
    editor.dispatch(setDiagnostics(editor.state, marks));
  }, [mistakes]);
  return <div ref={box} className={styles.cel} />;
}

function complete(context: CompletionContext, vocabulary: Vocabulary | undefined) {
  const word = context.matchBefore(/[\w.]*/);
  if (!vocabulary || !word || (word.from === word.to && !context.explicit)) return null;
  const { from, options } = completionsAt(word.text, vocabulary);
  return { from: word.from + from, options, validFor: /^[\w.]*$/ };
}

function hover(editor: EditorView, at: number, vocabulary: Vocabulary | undefined) {
  const name = vocabulary && nameAt(editor.state.doc.toString(), at, vocabulary);
  if (!name) return null;
  return {
    pos: name.start,
    end: name.end,
    create: () => {
      const dom = document.createElement("div");
      dom.className = styles.hover!;
      const type = document.createElement("code");
      type.textContent = name.type;
      dom.append(type, ` ${name.title}`);
      return { dom };
    },
  };
}

const decorator = new MatchDecorator({
  regexp:
    /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\b\d+(?:\.\d+)?\b|\b(?:true|false|null|in)\b|\b(?:signals|lists|history)\b/g,
  decoration: ([text]) => Decoration.mark({ class: classOf(text) }),
});
const classOf = (text: string) => {
  if (/^["']/.test(text)) return styles.string!;
  return /^\d|^(?:true|false|null|in)$/.test(text) ? styles.value! : styles.root!;
};
const coloured = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(editor: EditorView) {
      this.decorations = decorator.createDeco(editor);
    }
    update(update: ViewUpdate) {
      this.decorations = decorator.updateDeco(update, this.decorations);
    }
  },
  { decorations: (plugin) => plugin.decorations },
);
