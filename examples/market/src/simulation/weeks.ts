/** The market's past, the same for the same seed: some weeks in which nobody checked anything. */
import type { AssayEvent } from "@assay/sdk";
import type { World } from "./script.ts";
import { type Step, simulate } from "./simulate.ts";

const hour = 3_600_000;
const day = 24 * hour;

export interface PastOptions {
  seed: string;
  /** When the past ends, ms since 1970. */
  until: number;
  /** How long it is; 24 days by default. */
  days?: number;
  /** Only the last days' ads have pictures; 6 by default. */
  pictureDays?: number;
}

/**
 * Every step of the past, oldest first; returns the world as it stands then. It always ends at nine in the evening at the
 * market, whatever time that is here: so only the times depend on `until`, and two processes that begin at different moments agree.
 */
export function* past({ seed, until, days = 24, pictureDays = 6 }: PastOptions): Generator<Step, World> {
  const steps = simulate({
    seed,
    from: until - days * day,
    until,
    midnight: until - days * day - 21 * hour,
    fraud: 0.05,
    // a bad last afternoon, so that a desk that opens then has work
    parade: until - 7 * hour,
  });
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    const { event } = next.value;
    if (Date.parse(event.time) < until - pictureDays * day) delete event.data["pictures"];
    yield next.value;
  }
}

/** The event as it is sent: names of drawings become addresses at the market, or go where the market has none. */
export function withPictures(event: AssayEvent, market: string | undefined): AssayEvent {
  const pictures = event.data["pictures"] as { url: string }[] | undefined;
  if (!pictures) return event;
  const { pictures: _, ...bare } = event.data;
  const data = market ? { ...bare, pictures: pictures.map(({ url }) => ({ url: `${market}/pictures/${url}` })) } : bare;
  return { ...event, data: data as AssayEvent["data"] };
}
