/**
 * `npm run bench -- kill [--rounds 50]`: kill -9 under load. Every acknowledged event must be there with exactly one decision, the one that
 * was answered, and every due webhook must arrive at least once.
 */
import { rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ask, startProcess } from "./process.ts";

export interface KillResult {
  rounds: number;
  acknowledged: number;
  lost: string[];
  /** More than one decision, or another than was answered. */
  wrong: string[];
  due: number;
  undelivered: string[];
  restartMs: number[];
}

const senders = 16;
/** Every seventh ad is one that the starter policies answer with a webhook. */
const toldText = "Paiement par Western Union uniquement, écrivez-moi au 06 39 98 01 02";

/** @param say told of each round */
export async function killRounds(
  rounds: number,
  seed: number,
  say: (text: string) => void = () => {},
): Promise<KillResult> {
  const delivered = new Set<string>();
  const receiver = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk) => (body += chunk));
    request.on("end", () => {
      delivered.add((JSON.parse(body) as { data: { event_id: string } }).data.event_id);
      response.end();
    });
  });
  await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(receiver.address() as AddressInfo).port}`;
  const dataDir = join(tmpdir(), `assay-kill-${process.pid}`);
  const env = { ASSAY_ALLOW_PRIVATE: host };
  const acknowledged = new Map<string, { decision: string; told: boolean }>();
  const result: KillResult = { rounds, acknowledged: 0, lost: [], wrong: [], due: 0, undelivered: [], restartMs: [] };
  const random = generator(seed);

  let assay = await startProcess(dataDir, env);
  try {
    await ask(assay, "POST", "/v1/webhooks", { url: `http://${host}/` });
    let sent = 0;
    for (let round = 1; round <= rounds; round++) {
      let killed = false;
      const send = async () => {
        while (!killed) {
          const n = sent++;
          const event = {
            id: `kill-${n}`,
            type: "listing.created",
            time: new Date().toISOString(),
            data: {
              id: `lst-${n}`,
              seller: `acc-${n % 40}`,
              title: `Vélo ${n}`,
              description: n % 7 === 0 ? toldText : "Bon état.",
              category: "bikes",
            },
          };
          const answer = await ask<{ decision_id: string; outcome: string }>(assay, "POST", "/v1/events", event).catch(
            () => undefined,
          );
          if (answer?.status === 200)
            acknowledged.set(event.id, { decision: answer.body.decision_id, told: answer.body.outcome !== "approve" });
        }
      };
      const load = Promise.all(Array.from({ length: senders }, send));
      // At a seeded point of the load, however fast the machine is.
      const until = acknowledged.size + 5 + Math.floor(random() * 200);
      const patience = Date.now() + 20_000;
      while (acknowledged.size < until && Date.now() < patience) await sleep(1);
      await assay.kill();
      killed = true;
      await load;
      assay = await startProcess(dataDir, env);
      result.restartMs.push(Math.round(assay.startMs));
      say(`round ${round}: ${acknowledged.size} acknowledged, back in ${Math.round(assay.startMs)} ms`);
    }
    await verify();
  } finally {
    await assay.stop();
    receiver.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return result;

  async function verify(): Promise<void> {
    result.acknowledged = acknowledged.size;
    for (const [id, { decision, told }] of acknowledged) {
      const view = await ask<{ decisions?: { decision_id: string }[] }>(assay, "GET", `/v1/events/${id}/view`);
      const ids = view.body.decisions?.map((known) => known.decision_id) ?? [];
      if (view.status !== 200) result.lost.push(id);
      else if (ids.length !== 1 || ids[0] !== decision) result.wrong.push(id);
      if (told) result.due++;
    }
    // A delivery that the kill cut off is taken up again when its lease is over, after a minute.
    for (let waited = 0; waited < 120_000; waited += 500) {
      result.undelivered = [...acknowledged].flatMap(([id, { told }]) => (told && !delivered.has(id) ? [id] : []));
      if (result.undelivered.length === 0) break;
      await sleep(500);
    }
  }
}

/** Mulberry32: the same pauses for the same seed. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}
