import { useEffect, useEffectEvent } from "react";

/** Escape leaves what is open, wherever the focus is. */
export function useEscape(leave: () => void): void {
  const onLeave = useEffectEvent(leave);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") onLeave();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, []);
}
