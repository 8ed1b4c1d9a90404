/** A kind of evidence as a person reads it: from the detector's declaration, which names every kind it can see. */
import { useDetectors } from "../session.ts";

/** The declared meaning of a kind; the kind's own words when the declaration does not know it. */
export function useKindText(): (detector: string, kind: string) => string {
  const detector = useDetectors();
  return (id, kind) => detector(id)?.kinds[kind] ?? kind.replaceAll("_", " ");
}
