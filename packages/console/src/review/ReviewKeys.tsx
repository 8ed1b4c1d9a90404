/** Binds the screen's commands; apart from the screen, since "wrong?" and lists need to know which highlight is pointed at. */
import { useFinds, type Verdict } from "../evidence/FindsProvider.tsx";
import { type Handlers, useCommands } from "../keyboard/useCommands.ts";
import { type Listable, listableFinds, listableText } from "../lists/listable.ts";
import { useLooks } from "./useLooks.ts";

export function ReviewKeys({
  handlers,
  onWrong,
  onList,
}: {
  handlers: Handlers;
  onWrong: (detector: string, verdict: Verdict) => void;
  /** Told what was selected or pointed at, and everything else that is marked; absent where lists may not be changed. */
  onList?: ((first: Listable | undefined, others: Listable[]) => void) | undefined;
}) {
  const { pointed, finds, verdicts, textAt, pictures, reveal } = useFinds();
  const looks = useLooks();
  const wrong = () => {
    for (const detector of new Set(pointed.keys.flatMap((key) => finds.get(key)?.signal.detector ?? [])))
      onWrong(detector, verdicts[detector] === "wrong" ? "right" : "wrong");
  };
  const list = () => {
    const selected = listableText(window.getSelection()?.toString() ?? "");
    const under = pointed.keys.flatMap((key) => finds.get(key) ?? []);
    const first = selected ?? listableFinds(under, textAt)[0];
    const found = [...finds.values()].filter(({ signal }) => signal.state === "found");
    onList?.(first, listableFinds(found, textAt));
  };
  const veiled = pictures.some((_, index) => Object.values(looks.of(index)).includes(true));
  useCommands(
    {
      ...handlers,
      ...(onList && { list }),
      ...(pointed.keys.length > 0 && { wrong }),
      ...(veiled && { reveal: () => reveal(true) }),
    },
    { released: { reveal: () => reveal(false) } },
  );
  return null;
}
