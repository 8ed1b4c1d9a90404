/** `assay trigger TYPE`: sends an example event, from the contract's published examples. */
import { eventExamples } from "@assay/contract";
import { AssayClient } from "@assay/sdk";
import { type RemoteFlags, remoteOf } from "./remote.ts";

export async function trigger(type: string, flags: RemoteFlags): Promise<void> {
  const example = eventExamples.find((event) => event.type === type);
  if (!example)
    throw new Error(`there is no example of ${type}; there is: ${eventExamples.map((event) => event.type).join(", ")}`);
  const unique = Date.now().toString(36);
  // A new subject each time; who owns it stays the same, so that a past builds up.
  const event = {
    ...example,
    id: `trigger-${unique}`,
    time: new Date().toISOString(),
    data: { ...example.data, ...(type.endsWith("updated") ? {} : { id: `${example.data.id}-${unique}` }) },
  };
  console.log(JSON.stringify(await new AssayClient(remoteOf(flags)).events.send(event), null, 2));
}
