import type { ReactNode } from "react";
import { runs } from "./invisible.ts";
import styles from "./text.module.css";

/** Characters as they are, with those that cannot be seen drawn as small marks; see `runs` for which. */
export function Readable({ text, everything }: { text: string; everything: boolean }): ReactNode {
  let at = 0;
  return runs(text, everything).map((run) => {
    const key = at;
    at += "text" in run ? run.text.length : 1;
    if ("text" in run) return <span key={key}>{run.text}</span>;
    return (
      <span key={key} className={styles.ghost} title={`${run.code} ${run.name}`}>
        {run.code.slice(2)}
      </span>
    );
  });
}
