/** Lets the simulated people act against a running Assay, at a pace one can watch. */
import { setTimeout as sleep } from "node:timers/promises";
import type { AssayEvent } from "@assay/sdk";
import type { Desk } from "./desk.ts";
import type { Album } from "./pictures/album.ts";
import type { World } from "./simulation/script.ts";
import { simulate } from "./simulation/simulate.ts";
import type { Truth } from "./simulation/truth.ts";

export interface TrafficOptions {
  seed: string;
  /** Seconds between events, on average. */
  pace: number;
  world: World;
  /** Address of this market, under which it serves its pictures. */
  url: string;
  signal: AbortSignal;
  /** Told of every event's truth. */
  truth?: (event: string, truth: Truth) => void;
}

/** Events that one doing gives, on average; measured on the past of several seeds. */
const eventsPerDoing = 3;

export async function traffic(desk: Desk, album: Album, options: TrafficOptions): Promise<void> {
  const { pace, world, url, signal } = options;
  const started = Date.now();
  const steps = simulate({
    seed: `${options.seed}/${started}`,
    from: started,
    world,
    live: true,
    ids: `${started.toString(36)}_`,
    perHour: 3600 / pace / eventsPerDoing,
    fraud: 0.1,
    parade: started,
  });
  for (const step of steps) {
    // the market's clock only orders the steps: at the start it runs ahead, later it keeps up with ours by itself
    await sleep(pace * 1000 * (0.4 + 1.2 * Math.random()), undefined, { signal }).catch(() => {});
    if (signal.aborted) return;
    const event = await withUploads(desk, album, url, { ...step.event, time: new Date().toISOString() });
    options.truth?.(event.id, step.truth);
    step.decided(await desk.send(event));
  }
}

/** Uploads the drawings that an event names; where that fails the address stands alone, and Assay fetches it. */
async function withUploads(desk: Desk, album: Album, url: string, event: AssayEvent): Promise<AssayEvent> {
  const named = event.data["pictures"] as { url: string; content?: string }[] | undefined;
  if (!named) return event;
  const pictures = await Promise.all(
    named.map(async (picture) => {
      const drawing = await album.drawing(picture.url);
      if (!drawing) return picture;
      const uploaded = await desk.upload(drawing, "image/png");
      return { url: `${url}/pictures/${picture.url}`, ...("content" in uploaded && { content: uploaded.content }) };
    }),
  );
  return { ...event, data: { ...event.data, pictures } };
}
