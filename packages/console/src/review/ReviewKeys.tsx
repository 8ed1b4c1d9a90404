/** Binds the screen's commands; apart from the screen, since "wrong?" needs to know which highlight is pointed at. */
import { useFinds, type Verdict } from "../evidence/FindsProvider.tsx";
import { type Handlers, useCommands } from "../keyboard/useCommands.ts";

export function ReviewKeys({
  handlers,
  onWrong,
  reveal,
}: {
  handlers: Handlers;
  onWrong: (detector: string, verdict: Verdict) => void;
  /** Hides again when the reveal key is let go. */
  reveal: () => void;
}) {
  const { pointed, finds, verdicts } = useFinds();
  const wrong = () => {
    for (const detector of new Set(pointed.keys.flatMap((key) => finds.get(key)?.signal.detector ?? [])))
      onWrong(detector, verdicts[detector] === "wrong" ? "right" : "wrong");
  };
  useCommands({ ...handlers, ...(pointed.keys.length > 0 && { wrong }) }, { released: { reveal } });
  return null;
}
