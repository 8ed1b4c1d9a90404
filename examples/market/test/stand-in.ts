/**
 * Stands in for Assay in tests of the market: a real HTTP server that checks every event against the contract, keeps it,
 * and decides by a word in the text (REFUSE, FIX, HOLD, MASK), so that a test says what the answer will be.
 */
import { createHash } from "node:crypto";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { type Action, AssayError, type Decision, errors, type ParsedEvent, parseEvent } from "@assay/contract";
import { Webhook } from "standardwebhooks";

export const webhookSecret = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

export interface StandIn extends AsyncDisposable {
  url: string;
  events: ParsedEvent[];
  uploads: Buffer[];
  /** Bodies that did not fit the contract. */
  refused: string[];
  /** While true everything is answered with 503. */
  down: boolean;
  /** Sends a later decision to the market, signed. */
  tell(marketUrl: string, eventId: string, change: Partial<Decision>, secret?: string): Promise<Response>;
}

const verdicts: readonly (readonly [string, Partial<Decision>])[] = [
  ["REFUSE", { outcome: "refuse", visibility: "removed" }],
  ["FIX", { outcome: "request_changes", visibility: "held" }],
  ["HOLD", { outcome: "review", visibility: "held" }],
  ["MASK", { outcome: "approve", visibility: "masked" }],
];

export function decide({ event, subject }: ParsedEvent): Decision {
  const text = JSON.stringify(subject.data);
  const [word, verdict] = verdicts.find(([one]) => text.includes(one)) ?? ["", {}];
  const field = subject.kind === "listing" ? "description" : "text";
  const at = String(subject.data[field] ?? "").indexOf(word);
  const edit = event.type === "listing.updated" && verdict.visibility === "held";
  return {
    event_id: event.id,
    decision_id: `dec_${event.id}`,
    mode: "live",
    subject: { kind: subject.kind, id: subject.id },
    outcome: "approve",
    visibility: "visible",
    restrictions: [],
    reasons: word ? [{ code: "test" }] : [],
    signals: word
      ? [
          {
            detector: "test",
            version: 1,
            state: "found",
            evidence: [{ type: "span", field, start: at, end: at + word.length, kind: "word" }],
          },
        ]
      : [],
    pending: [],
    cases: [],
    decided_at: new Date().toISOString(),
    took_ms: 0,
    ...verdict,
    ...(edit && { visibility: "previous_revision" }),
    ...(word && { statement: { language: "en", text: `Because of ${word.toLowerCase()}.`, fixable: word === "FIX" } }),
  };
}

export async function standIn(): Promise<StandIn> {
  const events: ParsedEvent[] = [];
  const uploads: Buffer[] = [];
  const refused: string[] = [];
  const decisions = new Map<string, Decision>();
  const self = { down: false };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    if (self.down) return problem(response, new AssayError("unavailable"));
    if (request.headers.authorization !== "Bearer key") return problem(response, new AssayError("unauthenticated"));
    if (request.method === "GET" && request.url?.startsWith("/v1/events/")) {
      const known = decisions.get(decodeURIComponent(request.url.slice("/v1/events/".length)));
      return known ? json(response, 200, known) : problem(response, new AssayError("not_found"));
    }
    if (request.url === "/v1/pictures") {
      // a PNG or JPEG starts somewhere after the form's head
      if (!body.includes("PNG") && !body.includes("JFIF")) return problem(response, new AssayError("invalid_picture"));
      uploads.push(body);
      const content = `sha256:${createHash("sha256").update(body).digest("hex")}`;
      return json(response, 200, { content, width: 1, height: 1, mime: "image/png" });
    }
    try {
      const parsed = parseEvent(JSON.parse(body.toString()), Date.now());
      const decision = decisions.get(parsed.event.id) ?? decide(parsed);
      if (!decisions.has(parsed.event.id)) events.push(parsed);
      decisions.set(parsed.event.id, decision);
      json(response, 200, decision);
    } catch (error) {
      refused.push(body.toString());
      problem(response, error instanceof AssayError ? error : new AssayError("internal", String(error)));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return Object.assign(self, {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    events,
    uploads,
    refused,
    async tell(marketUrl: string, eventId: string, change: Partial<Decision>, secret = webhookSecret) {
      const decision = {
        ...decisions.get(eventId)!,
        ...change,
        decided_at: new Date().toISOString(),
        by: "person" as const,
      };
      decisions.set(eventId, decision);
      const action: Action = {
        id: `act_${decisions.size}`,
        type: "decision.made",
        timestamp: new Date().toISOString(),
        marketplace: "brocante",
        data: decision,
      };
      const body = JSON.stringify(action);
      const at = new Date();
      return fetch(`${marketUrl}/assay/webhooks`, {
        method: "POST",
        body,
        headers: {
          "content-type": "application/json",
          "webhook-id": action.id,
          "webhook-timestamp": String(Math.floor(at.getTime() / 1000)),
          "webhook-signature": new Webhook(secret).sign(action.id, at, body),
        },
      });
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

function problem(response: ServerResponse, { code, message, more }: AssayError): void {
  json(response, errors[code].status, { type: `#${code}`, code, ...errors[code], detail: message, ...more });
}
