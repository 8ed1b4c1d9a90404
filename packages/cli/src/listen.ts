/** `assay listen`: actions as they are delivered, and passed on to a server of yours on this machine, signed. */

import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Action, ActionStatus } from "@assay/contract";
import { Webhook } from "standardwebhooks";
import { ask, type RemoteFlags, remoteOf } from "./remote.ts";

export interface ListenFlags extends RemoteFlags {
  forwardTo?: string;
}

interface Feed {
  data: ActionStatus[];
  next_cursor: string;
}

/** Runs until it is interrupted. */
export async function listen(flags: ListenFlags): Promise<void> {
  const remote = remoteOf(flags);
  const secret = `whsec_${randomBytes(24).toString("base64")}`;
  const signer = new Webhook(secret);
  if (flags.forwardTo !== undefined) {
    console.error(`assay: passing actions on to ${flags.forwardTo}, signed with ${secret}`);
  }
  // Where now is, before anybody is told that we listen: what happens from then on is shown.
  let cursor = (await ask<Feed>(remote, "/v1/actions/feed")).next_cursor;
  console.error("assay: listening; Ctrl-C ends it");
  for (;;) {
    const feed = await ask<Feed>(remote, `/v1/actions/feed?after=${encodeURIComponent(cursor)}`).catch(
      async (error: Error) => {
        console.error(`assay: ${error.message}; trying again`);
        await sleep(2000);
        return { data: [], next_cursor: cursor };
      },
    );
    cursor = feed.next_cursor;
    for (const status of feed.data) await show(status);
  }

  async function show({ action, state }: ActionStatus): Promise<void> {
    const line = `${action.timestamp}  ${action.type}  ${lineOf(action)}  [${state}]`;
    if (flags.forwardTo === undefined) return console.log(line);
    const body = JSON.stringify(action);
    const at = new Date();
    const answer = await fetch(flags.forwardTo, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        "webhook-id": action.id,
        "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
        "webhook-signature": signer.sign(action.id, at, body),
      },
      body,
    }).then(
      (response) => String(response.status),
      (error: Error) => `no answer (${(error.cause as Error | undefined)?.message ?? error.message})`,
    );
    console.log(`${line}  → ${answer}`);
  }
}

/** What an action is about, and what it says. */
function lineOf({ type, data }: Action): string {
  const ref = ({ kind, id }: { kind: string; id: string }) => `${kind} ${id}`;
  if (type === "report.decided") return `${ref(data.subject)}  report ${data.report_id} of ${data.by} ${data.outcome}`;
  if (type === "appeal.decided") return `${ref(data.subject)}  ${data.kind} of ${data.by} ${data.outcome}`;
  const what =
    type === "decision.made"
      ? `${data.outcome}/${data.visibility}`
      : `${data.accounts.length} to be warned of ${data.about}`;
  return `${ref(data.subject)}  ${what}  ${[...new Set(data.reasons.map((reason) => reason.code))].join(", ")}`;
}
