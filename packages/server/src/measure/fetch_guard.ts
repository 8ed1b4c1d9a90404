/**
 * The one way out to addresses that others name: pictures by URL, webhook endpoints.
 * Only http and https, only to public addresses, judged where the connection is made (a name that answers another address
 * the second time gains nothing), with limits on redirects, size and time.
 */
import { type LookupAddress, type LookupOptions, lookup } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import ipaddr from "ipaddr.js";
import { Agent, buildConnector, type Dispatcher, request } from "undici";

/** Why nothing was had. `detail` of a refusal is for people; it never holds the body. */
export type FetchFailure =
  | "bad_url"
  | "scheme_not_allowed"
  | "address_not_allowed"
  | "too_many_redirects"
  | "too_large"
  | "timeout"
  | "encoded"
  | "unreachable";

export type FetchResult =
  | { ok: true; status: number; headers: Record<string, string | string[] | undefined>; body: Buffer; url: string }
  | { ok: false; failure: FetchFailure; detail: string };

export interface GuardedFetchOptions {
  method?: "GET" | "POST";
  headers?: Record<string, string>;
  body?: string | Buffer;
  /** `host:port` pairs that may be private: the demo's own market. Compared with the URL's host, at every hop. */
  allow?: readonly string[];
  /** Longest body taken, in bytes. */
  maxBytes: number;
  /** For everything together, redirects and body included. */
  timeoutMs: number;
  /** 0 by default: the redirect itself is the answer. */
  maxRedirects?: number;
}

/**
 * Fetches one URL. A status is never a failure here; what could not or may not be fetched is answered, not thrown.
 */
export async function guardedFetch(url: string, options: GuardedFetchOptions): Promise<FetchResult> {
  const { method = "GET", headers = {}, body, allow = [], maxBytes, timeoutMs, maxRedirects = 0 } = options;
  const signal = AbortSignal.timeout(timeoutMs);
  let target = url;
  for (let hop = 0; ; hop++) {
    const checked = checkUrl(target);
    if ("failure" in checked) return checked;
    try {
      const response = await request(checked.url.href, {
        method,
        headers: { "accept-encoding": "identity", ...headers },
        ...(body !== undefined && { body }),
        dispatcher: guardedDispatcher(allow),
        signal,
      });
      const location = response.headers.location;
      if (maxRedirects > 0 && response.statusCode >= 300 && response.statusCode < 400 && typeof location === "string") {
        drop(response);
        if (hop >= maxRedirects) return failed("too_many_redirects", `more than ${maxRedirects} redirects`);
        if (!URL.canParse(location, checked.url.href)) return failed("bad_url", "the redirect's address is not a URL");
        target = new URL(location, checked.url).href;
        continue;
      }
      const encoding = response.headers["content-encoding"] ?? "identity";
      if (encoding !== "identity") {
        drop(response);
        return failed("encoded", `the server compressed the answer (${encoding}) though it was asked not to`);
      }
      const taken = await takeBody(response, maxBytes);
      if (!taken) return failed("too_large", `the answer is larger than ${maxBytes} bytes`);
      return { ok: true, status: response.statusCode, headers: response.headers, body: taken, url: checked.url.href };
    } catch (error) {
      return explain(error, timeoutMs);
    }
  }
}

const dispatchers = new Map<string, Agent>();

/**
 * An undici dispatcher that connects to public addresses only, and to the `host:port` pairs in `allow`.
 * One per list of allowances, kept for the life of the process.
 */
export function guardedDispatcher(allow: readonly string[] = []): Dispatcher {
  const allowed = new Set(allow.map((pair) => pair.toLowerCase()));
  const key = [...allowed].sort().join(" ");
  const existing = dispatchers.get(key);
  if (existing) return existing;
  const open = buildConnector({ timeout: 5000, allowH2: false });
  const guarded = buildConnector({ timeout: 5000, allowH2: false, lookup: lookupPublic });
  const agent = new Agent({
    headersTimeout: 10_000,
    bodyTimeout: 10_000,
    keepAliveTimeout: 2000,
    maxHeaderSize: 16_384,
    connect: (connection, callback) => {
      const port = connection.port || (connection.protocol === "https:" ? "443" : "80");
      if (allowed.has(`${connection.hostname.toLowerCase()}:${port}`)) return open(connection, callback);
      const host = connection.hostname.replace(/^\[|\]$/g, "");
      // The system is not asked to look up a literal address, so it is judged here.
      if (isIP(host) !== 0 && !isPublicAddress(host)) return callback(new AddressRefused(host), null);
      guarded(connection, callback);
    },
  });
  dispatchers.set(key, agent);
  return agent;
}

/** Closes every connection that the guard holds open. For shutting down and for tests. */
export async function closeGuard(): Promise<void> {
  const open = [...dispatchers.values()];
  dispatchers.clear();
  await Promise.all(open.map((agent) => agent.destroy()));
}

/** Whether an address is one of the public internet. IPv6 forms that carry an IPv4 address are judged by both. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== "unicast") return false;
  // `::127.0.0.1`, the deprecated IPv4-compatible form, counts as unicast in the library.
  return parsed.kind() === "ipv4" || !compatible.check(parsed.toNormalizedString(), "ipv6");
}

const compatible = new BlockList();
compatible.addSubnet("::", 96, "ipv6");

class AddressRefused extends Error {
  override readonly name = "AddressRefused";
}

/** `dns.lookup`, which answers an error if any of the name's addresses is not public: a mixed answer is an attempt. */
const lookupPublic: LookupFunction = (hostname, options, callback) => {
  const all: LookupOptions & { all: true } = { ...options, all: true };
  lookup(hostname, all, (error, addresses: LookupAddress[] = []) => {
    const refused = addresses.find(({ address }) => !isPublicAddress(address));
    const problem = error ?? (refused && new AddressRefused(`${hostname} is at ${refused.address}`));
    if (problem) callback(problem, "", 0);
    else if (options.all) callback(null, addresses);
    else callback(null, addresses[0]?.address ?? "", addresses[0]?.family ?? 0);
  });
};

function checkUrl(text: string): { url: URL } | (FetchResult & { ok: false }) {
  if (text.length > 8192 || !URL.canParse(text)) return failed("bad_url", "not a URL");
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return failed("scheme_not_allowed", `${url.protocol} is not fetched, only http: and https:`);
  }
  if (url.username || url.password) return failed("bad_url", "a URL may not hold a user name or password");
  url.hash = "";
  return { url };
}

async function takeBody(response: Dispatcher.ResponseData, maxBytes: number): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  if (Number(response.headers["content-length"] ?? 0) > maxBytes) {
    drop(response);
    return undefined;
  }
  for await (const chunk of response.body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) {
      drop(response);
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Ends the connection without the rest of the body. undici reports that as an error of the stream, which nobody awaits. */
function drop({ body }: Dispatcher.ResponseData): void {
  body.on("error", () => {});
  body.destroy();
}

function failed(failure: FetchFailure, detail: string): FetchResult & { ok: false } {
  return { ok: false, failure, detail };
}

function explain(error: unknown, timeoutMs: number): FetchResult & { ok: false } {
  const { name = "", message = "", code = "" } = error instanceof Error ? (error as Error & { code?: string }) : {};
  if (name === "AddressRefused") return failed("address_not_allowed", `${message} is not a public address`);
  if (name === "TimeoutError" || code.endsWith("TIMEOUT")) return failed("timeout", `no answer within ${timeoutMs} ms`);
  return failed("unreachable", `${code} ${message}`.trim().slice(0, 200) || "the server could not be reached");
}
