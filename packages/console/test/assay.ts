/** A real Assay for the browser tests: the command line's `start`, on a folder of its own, with a few weeks of made-up past. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../..");

export interface Assay {
  url: string;
  /** One-time link of the administrator. */
  console_url: string;
  api_key: string;
  stop: () => Promise<void>;
}

export async function startAssay(): Promise<Assay> {
  const folder = mkdtempSync(join(tmpdir(), "assay-console-"));
  const args = [join(root, "packages/cli/bin/assay.js"), "start", "--json", "--data", folder, "--port", "0"];
  const child: ChildProcess = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  child.stderr!.on("data", (chunk) => {
    said += chunk;
  });
  const first = await new Promise<string>((resolve, reject) => {
    let out = "";
    child.stdout!.on("data", (chunk) => {
      out += chunk;
      if (out.includes("\n")) resolve(out.slice(0, out.indexOf("\n")));
    });
    child.once("exit", (code) => reject(new Error(`assay ended with ${code}: ${said.slice(-2000)}`)));
  });
  return {
    ...JSON.parse(first),
    stop: async () => {
      if (child.exitCode === null) {
        const ended = once(child, "exit");
        child.kill("SIGTERM");
        await ended;
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const day = 86_400_000;

/** RFC 3339, so many days ago. */
export const ago = (days: number) => new Date(Date.now() - days * day).toISOString();

export async function call<T>(assay: Assay, method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${assay.url}/v1${path}`, {
    method,
    headers: {
      authorization: `Bearer ${assay.api_key}`,
      ...(body !== undefined && { "content-type": "application/json" }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  return (await response.json()) as T;
}

/** Texts as hostile sellers write them: none may run, none may break the page. */
export const hostile = {
  title: `"><img src=x onerror="window.broken=1"><script>window.broken=1</script>`,
  description: [
    `<svg onload="window.broken=1"></svg> {{constructor.constructor("window.broken=1")()}} \${window.broken=1}`,
    `javascript:window.broken=1 =HYPERLINK("http://evil.example") \u202egpj.exe\u202c ﷽ Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢`,
    "W".repeat(5000),
    "\u0000\u0007\ud800 end",
  ].join("\n"),
};

/** What forty people write about the same phone: no ad is a copy of another. */
function ownWords(n: number): string {
  const starts = [
    "Bought new in",
    "Used by my daughter since",
    "A gift from",
    "Company phone, kept since",
    "Mine since",
  ];
  const years = [
    "spring 2022",
    "the summer holidays of 2023",
    "Christmas two years ago",
    "last autumn",
    "January",
    "2021",
  ];
  const states = [
    "not a scratch",
    "a small mark by the lens",
    "the back is worn",
    "a new battery",
    "glass replaced once",
  ];
  const extras = [
    "with a cable",
    "boxed, manual inside",
    "without charger",
    "two covers included",
    "a spare module",
    "nothing else",
    "earbuds thrown in",
  ];
  const places = [
    "Nantes",
    "Rennes",
    "Lyon Part-Dieu",
    "Lille, near the station",
    "Pau",
    "Metz",
    "Dijon market",
    "Nice",
    "Brest",
    "Tours",
    "Caen",
  ];
  const pick = (list: readonly string[], step: number) => list[(n * step + step) % list.length];
  return `${pick(starts, 1)} ${pick(years, 5)}: ${pick(states, 2)}, ${pick(extras, 3)}. ${pick(places, 7)}, ${pick(["Mondays", "any evening", "at weekends"], 2)}.`;
}

/**
 * Forty phones that sell for 300 to 500 euros, then ads that need a person: three far too cheap from new accounts, an approved ad turned
 * into another, and the same with hostile texts.
 */
export async function seed(assay: Assay): Promise<void> {
  const account = (id: string, name: string, days: number) => ({
    id: `e-${id}`,
    type: "account.created",
    time: ago(days),
    data: { id, name, email: `${id}@mail.example`, country: "FR", capacity: "private" },
  });
  const phone = (id: string, seller: string, days: number, amount: number, more: object = {}) => ({
    id: `e-${id}`,
    type: "listing.created",
    time: ago(days),
    data: {
      id,
      revision: 1,
      seller,
      title: "Fairphone 4, 128 GB",
      description: "Works well, comes with its charger. Collection in Nantes.",
      category: "phones",
      brand: "Fairphone",
      condition: "good",
      price: { amount, currency: "EUR", type: "fixed" },
      language: "en",
      ...more,
    },
  });
  const past = Array.from({ length: 40 }, (_, n) => [
    account(`old-${n}`, `Seller ${n}`, 200 - n),
    phone(`old-ad-${n}`, `old-${n}`, 40 - n / 2, 300 + n * 5, { description: ownWords(n) }),
  ]).flat();
  const cheap = ["one", "two", "three"].flatMap((name, n) => [
    account(`new-${name}`, `New ${name}`, 2),
    phone(`cheap-${name}`, `new-${name}`, 0.2 - n / 100, 35 + n, {
      title: `Fairphone 4 nearly new, ${name}`,
      description: `I moved abroad and must sell at once. Ring me on 06 39 98 01 0${n}, I do not read messages.`,
    }),
  ]);
  const edited = {
    id: "bike",
    seller: "old-3",
    category: "bicycles",
    language: "en",
    condition: "good",
  };
  const edit = [
    {
      id: "e-bike-1",
      type: "listing.created",
      time: ago(5),
      data: {
        ...edited,
        revision: 1,
        title: "Child's bicycle, 16 inches",
        description: "Red, new tyres, a few scratches. Collection in Nantes.",
        price: { amount: 45, currency: "EUR", type: "fixed" },
      },
    },
    {
      id: "e-bike-2",
      type: "listing.updated",
      time: ago(0.1),
      data: {
        ...edited,
        revision: 2,
        title: "MacBook Pro 16 with invoice",
        description: "Boxed and sealed. Delivery only.",
        category: "computers",
        brand: "Apple",
        price: { amount: 1450, currency: "EUR", type: "fixed" },
      },
    },
  ];
  const { data: wagon } = edit[0]!;
  const nasty = [
    account("new-nasty", hostile.title, 1),
    { ...edit[0]!, id: "e-nasty-1", time: ago(0.5), data: { ...wagon, id: "nasty", seller: "new-nasty" } },
    {
      ...edit[1]!,
      id: "e-nasty-2",
      data: { ...edit[1]!.data, ...hostile, id: "nasty", seller: "new-nasty", model: hostile.title },
    },
  ];
  for (const event of [...past, ...cheap, ...edit, ...nasty]) await call(assay, "POST", "/events", event);
}
