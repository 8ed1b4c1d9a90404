/** The sources over real HTTP, against servers that speak the providers' protocols as they promise and as they should not; and a real model. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import sharp from "sharp";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type ClassSourceConfig, readPictureClasses } from "../../config/index.ts";
import { scoreAt, valuesAt } from "./answer_path.ts";
import { httpSource, openaiSource } from "./http_source.ts";
import { onnxSource } from "./onnx_source.ts";
import type { ClassSource } from "./source.ts";

const examples = new URL("../../../../../examples/picture-classes/", import.meta.url).pathname;
const secrets = { SIGHTENGINE_USER: "u1", SIGHTENGINE_SECRET: "s1", HIVE_API_KEY: "h1", OPENAI_API_KEY: "o1" };

interface Asked {
  path: string;
  method: string;
  headers: IncomingMessage["headers"];
  body: Buffer;
}
type Answer = (response: ServerResponse, number: number) => void;
let answer: Answer;
let asked: Asked[] = [];
const server: Server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  asked.push({
    path: request.url!,
    method: request.method!,
    headers: request.headers,
    body: Buffer.concat(chunks),
  });
  answer(response, asked.length);
});
let base: string;
let picture: Buffer;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  picture = await sharp({ create: { width: 64, height: 48, channels: 3, background: "#cba" } })
    .webp()
    .toBuffer();
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => {
  asked = [];
});

const json = (body: unknown, status = 200, headers: Record<string, string> = {}): Answer => {
  return (response) =>
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
};
const free = async () => undefined;

/** A committed example, its provider's address replaced by the local server's. */
function fromExample(name: string, more: Partial<ClassSourceConfig> = {}): ClassSource {
  const [config] = readPictureClasses(join(examples, `${name}.json`), secrets);
  if (config!.type === "openai_moderation") {
    return openaiSource({ ...config!, url: `${base}/v1/`, ...(more as object) });
  }
  if (config!.type !== "http") throw new Error("not over HTTP");
  const { pathname, search } = new URL(config!.request.url);
  return httpSource({
    ...config!,
    ...(more as object),
    request: { ...config!.request, url: base + pathname + search },
  });
}

/** What a source said, by its own names. */
async function said(source: ClassSource): Promise<Record<string, number>> {
  const outcome = await source.look(picture, free);
  if (!outcome.ok) throw new Error(outcome.reason);
  return Object.fromEntries(source.labels.map(({ label }, i) => [label, outcome.value[i]!]));
}

/** Answers of the shape that each provider documents; a test overwrites what it is about. */
const sightengine = (more: object = {}) => ({
  status: "success",
  request: { id: "req_1", timestamp: 1.7e9, operations: 7 },
  nudity: { sexual_activity: 0.01, sexual_display: 0.01, erotica: 0.01, none: 0.98 },
  weapon: { classes: { firearm: 0.01, firearm_gesture: 0.001, firearm_toy: 0.001, knife: 0.02 } },
  recreational_drug: { prob: 0.01, classes: { cannabis: 0.01 } },
  gore: { prob: 0.01, classes: { very_bloody: 0.01, serious_injury: 0.01, corpse: 0.02, body_organ: 0.01 } },
  violence: { prob: 0.01, classes: { physical_violence: 0.01 } },
  offensive: { nazi: 0.01, asian_swastika: 0.3, confederate: 0.01, supremacist: 0.01, terrorist: 0.01 },
  faces: [],
  ...more,
});
const hiveClasses = [
  "yes_nazi",
  "yes_kkk",
  "yes_terrorist",
  "gun_in_hand",
  "gun_not_in_hand",
  "knife_in_hand",
  "yes_pills",
  "illicit_injectables",
  "hanging",
  "noose",
  "very_bloody",
  "human_corpse",
  "general_nsfw",
  "yes_sexual_activity",
  "yes_child_present",
];
const hive = (more: Record<string, number> = {}) => ({
  id: "t1",
  code: 200,
  status: [
    {
      status: { code: "0", message: "SUCCESS" },
      response: {
        output: [{ time: 0, classes: hiveClasses.map((name) => ({ class: name, score: more[name] ?? 0.0001 })) }],
      },
    },
  ],
});
const openai = (scores: Record<string, number>, applied = ["image"]) => ({
  id: "modr-1",
  model: "omni-moderation-2024-09-26",
  results: [
    {
      flagged: false,
      category_scores: { hate: 0, "sexual/minors": 0, violence: 0, "violence/graphic": 0, sexual: 0, ...scores },
      category_applied_input_types: { hate: [], violence: applied, "violence/graphic": applied, sexual: applied },
    },
  ],
});

describe("OpenAI's moderation protocol with a picture", () => {
  it("sends the picture as a data URL and reads the categories that look at pictures", async () => {
    answer = json(openai({ violence: 0.86, "violence/graphic": 0.2, sexual: 0.01 }));
    const source = fromExample("openai");
    expect(await said(source)).toEqual({ violence: 0.86, "violence/graphic": 0.2, sexual: 0.01 });
    expect(source.labels.map((label) => label.class)).toEqual(["violence", "gore", "sexual"]);
    const [question] = asked;
    expect([question!.method, question!.path]).toEqual(["POST", "/v1/moderations"]);
    expect(question!.headers.authorization).toBe("Bearer o1");
    const body = JSON.parse(question!.body.toString());
    expect(body).toMatchObject({ model: "omni-moderation-latest", input: [{ type: "image_url" }] });
    const [head, data] = body.input[0].image_url.url.split(",");
    expect(head).toBe("data:image/webp;base64");
    expect(Buffer.from(data, "base64").equals(picture)).toBe(true);
  });

  it("does not take scores for clear that looked at no picture", async () => {
    answer = json(openai({}, []));
    expect(await fromExample("openai").look(picture, free)).toEqual({
      ok: false,
      reason: 'openai did not say "image" at /results/0/category_applied_input_types/violence/*',
    });
  });
});

describe("Sightengine, by configuration", () => {
  it("sends a form with the picture and the secrets, and reads every label", async () => {
    answer = json(
      sightengine({
        weapon: { classes: { firearm: 0.97, knife: 0.1 } },
        gore: { classes: { very_bloody: 0.1, serious_injury: 0.64, corpse: 0.02, body_organ: 0.01 } },
      }),
    );
    const source = fromExample("sightengine");
    expect(await said(source)).toMatchObject({ firearm: 0.97, knife: 0.1, gore: 0.64, nazi: 0.01 });
    const [question] = asked;
    const form = await new Response(new Uint8Array(question!.body), {
      headers: { "content-type": question!.headers["content-type"]! },
    }).formData();
    expect([form.get("api_user"), form.get("api_secret")]).toEqual(["u1", "s1"]);
    expect(String(form.get("models"))).toContain("weapon,");
    const file = form.get("media") as File;
    expect([file.type, Buffer.from(await file.arrayBuffer()).equals(picture)]).toEqual(["image/webp", true]);
  });

  it("is as sure of minors' nudity as of the less sure of both", async () => {
    const faces = (minor: number) => [{ attributes: { minor: 0.02 } }, { attributes: { minor } }];
    const label = "sexual or undressed, with a minor's face";
    const nudity = { sexual_activity: 0.01, sexual_display: 0.9, erotica: 0.2 };
    answer = json(sightengine({ nudity, faces: faces(0.7) }));
    expect((await said(fromExample("sightengine")))[label]).toBe(0.7);
    answer = json(sightengine({ faces: faces(0.99) }));
    expect((await said(fromExample("sightengine")))[label]).toBe(0.01);
    answer = json(sightengine({ nudity, faces: [] }));
    expect((await said(fromExample("sightengine")))[label], "nobody's face").toBe(0);
  });

  it("takes a failure that is answered with 200 for a failure", async () => {
    answer = json({ status: "failure", error: { type: "usage_limit", code: 32 } });
    expect(await fromExample("sightengine").look(picture, free)).toEqual({
      ok: false,
      reason: 'sightengine did not say "success" at /status',
    });
  });
});

describe("Hive, by configuration", () => {
  it("finds scores by the class's name, wherever it stands in the list", async () => {
    answer = json(hive({ yes_nazi: 0.99, general_nsfw: 0.8, yes_child_present: 0.6 }));
    const source = fromExample("hive");
    expect(await said(source)).toMatchObject({ yes_nazi: 0.99, gun_in_hand: 0.0001, "nudity with a child": 0.6 });
    expect(asked[0]!.headers.authorization).toBe("token h1");
    expect(asked[0]!.headers["content-type"]).toMatch(/^multipart\/form-data/);
  });

  it("fails where a class is not answered: the provider changed its model", async () => {
    const changed = hive();
    changed.status[0]!.response.output[0]!.classes.shift();
    answer = json(changed);
    expect(await fromExample("hive").look(picture, free)).toMatchObject({
      ok: false,
      reason: expect.stringContaining("holds nothing at /status/0/response/output/0/classes/[class=yes_nazi]"),
    });
  });
});

describe.each(["openai", "sightengine", "hive"])("what %s should not do", (name) => {
  const nested = `${"[".repeat(60_000)}${"]".repeat(60_000)}`;
  it.each<[string, Answer, RegExp]>([
    ["500", json({}, 500), /answered 500/],
    ["401", json({ error: "key" }, 401), /answered 401/],
    ["429 for a long while", json({}, 429, { "retry-after": "60" }), /answered 429/],
    ["slowness", () => {}, /did not answer in 900 ms/],
    ["a body that never ends", (r) => r.writeHead(200).write("{"), /did not answer in 900 ms/],
    ["garbage", (r) => r.end("<html>busy</html>"), /no JSON/],
    ["an empty object", json({}), /holds nothing|did not say/],
    ["deeply nested JSON", (r) => r.end(nested), /holds nothing|did not say/],
    ["a huge body", (r) => r.end(`"${"x".repeat(400_000)}"`), /larger than 256 kB/],
    [
      "a body that unpacks to a huge one",
      (r) => r.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync(Buffer.alloc(50_000_000))),
      /larger than 256 kB/,
    ],
    [
      "a redirect to a private address",
      (r) => r.writeHead(307, { location: "http://169.254.169.254/latest" }).end(),
      /redirect/,
    ],
    ["a cut connection", (r) => r.destroy(), /could not be asked/],
  ])("%s is a reason", async (_, bad, reason) => {
    answer = bad;
    const outcome = await fromExample(name, { timeout_ms: 900 } as Partial<ClassSourceConfig>).look(picture, free);
    expect(outcome).toMatchObject({ ok: false, reason: expect.stringMatching(reason) });
  });

  it("429 with a short Retry-After is waited for, and asked again", async () => {
    const good = { openai: openai({}), sightengine: sightengine(), hive: hive() }[name];
    answer = (response, number) =>
      number === 1 ? json({}, 429, { "retry-after": "1" })(response, number) : json(good)(response, number);
    const from = performance.now();
    expect(await fromExample(name).look(picture, free)).toMatchObject({ ok: true });
    expect(performance.now() - from).toBeGreaterThan(950);
    expect(asked).toHaveLength(2);
  });

  it("is left alone after five failures, and not asked where the budget is spent", async () => {
    answer = json({}, 403);
    const source = fromExample(name);
    for (let i = 0; i < 5; i++) await source.look(picture, free);
    expect(await source.look(picture, free)).toEqual({
      ok: false,
      reason: `${name} failed 5 times in a row and is left alone for a minute`,
    });
    expect(asked).toHaveLength(5);
    expect(await fromExample(name).look(picture, async () => "nothing left")).toEqual({
      ok: false,
      reason: "nothing left",
    });
    expect(asked).toHaveLength(5);
  });
});

describe("paths into an answer", () => {
  const value = {
    a: {
      "b/c": [
        { n: "x", s: 80 },
        { n: "y", s: 20 },
      ],
    },
    none: [],
    flag: true,
    text: "0.9",
    many: 2,
  };
  it("are JSON Pointers with each element and elements by name", () => {
    expect(valuesAt(value, "/a/b~1c/1/s")).toEqual([20]);
    expect(valuesAt(value, "/a/b~1c/*/s")).toEqual([80, 20]);
    expect(valuesAt(value, "/a/b~1c/[n=x]/s")).toEqual([80]);
    expect(scoreAt(value, ["/a/b~1c/*/s"], 100)).toBe(0.8);
    expect(scoreAt(value, "/none/*/s", 1)).toBe(0);
    expect(scoreAt(value, "/flag", 1)).toBe(1);
  });
  it.each(["/b", "/a/b~1c/2", "/a/b~1c/[n=z]/s", "/text/x", "/constructor", "/__proto__"])(
    "%s leads nowhere",
    (path) => {
      expect(() => valuesAt(value, path)).toThrow("holds nothing");
    },
  );
  it.each(["/text", "/many", "/a", "/none"])("%s holds no score", (path) => {
    expect(() => scoreAt(value, path, 1)).toThrow("no score");
  });
  it("do not grow without limit", () => {
    const wide = Array.from({ length: 200 }, () => Array.from({ length: 200 }, () => 0));
    expect(() => valuesAt(wide, "/*/*")).toThrow("over 1000 values");
  });
});

describe("a model of one's own", () => {
  const [config] = readPictureClasses(join(examples, "own-model.json"), {});
  const folder = mkdtempSync(join(tmpdir(), "assay-model-"));
  const sources: ClassSource[] = [];
  afterAll(() => {
    for (const source of sources) source.close();
    rmSync(folder, { recursive: true });
  });
  const open = (at?: string) => {
    if (config!.type !== "onnx") throw new Error("not a model");
    const source = onnxSource({ ...config!, ...(at !== undefined && { folder: at }) });
    sources.push(source);
    return source;
  };
  /** The exercise with another manifest. */
  const changed = (change: (manifest: Record<string, unknown>) => void, model?: Buffer) => {
    const own = join(examples, "colour-exercise");
    const manifest = JSON.parse(readFileSync(join(own, "manifest.json"), "utf8"));
    change(manifest);
    writeFileSync(join(folder, "manifest.json"), JSON.stringify(manifest));
    writeFileSync(join(folder, "model.onnx"), model ?? readFileSync(join(own, "model.onnx")));
    return folder;
  };
  /** Blots of a colour on grey, drawn otherwise than the trainer draws. */
  const blots = (colour: string) =>
    sharp(
      Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg" width="300" height="200"><rect width="300" height="200" fill="#b9b6b2"/><g fill="${colour}"><circle cx="90" cy="80" r="55"/><circle cx="200" cy="120" r="45"/></g></svg>`,
      ),
    )
      .webp()
      .toBuffer();

  it("says what it was trained to say, in a process of its own", async () => {
    const source = open();
    expect(source.labels.map((label) => label.label)).toEqual(["red_blots", "green_leaves"]);
    const [red, green, blue] = await Promise.all(
      ["#a81015", "#3c9a2a", "#2040b0"].map(async (colour) => {
        const outcome = await source.look(await blots(colour), free);
        if (!outcome.ok) throw new Error(outcome.reason);
        return outcome.value;
      }),
    );
    expect(red![0]).toBeGreaterThan(0.8);
    expect(green![1]).toBeGreaterThan(0.8);
    expect(Math.max(...blue!)).toBeLessThan(0.5);
    expect(await source.look(Buffer.from("no picture"), free)).toMatchObject({ ok: false });
    expect(await source.look(await blots("#a81015"), free), "and goes on").toMatchObject({ ok: true });
  });

  it("names what is wrong at the start", () => {
    expect(() => open("/nowhere")).toThrow(/the model of exercise in \/nowhere: ENOENT/);
    expect(() => open(changed((manifest) => (manifest.labels = ["a", "b", "c"])))).toThrow("not among its labels");
    expect(() => open(changed((manifest) => delete manifest.output))).toThrow("output");
    expect(() => open(changed((manifest) => (manifest.model = "../model.onnx")))).toThrow("same folder");
  });

  it("fails with a reason where model and manifest do not fit, or the model is none", async () => {
    const look = async (at: string) => {
      const outcome = await open(at).look(picture, free);
      return outcome.ok ? "looked" : outcome.reason;
    };
    expect(
      await look(changed((manifest) => (manifest.labels = ["neither", "red_blots", "green_leaves", "more"]))),
    ).toContain("says 3 numbers, its manifest names 4");
    expect(await look(changed((manifest) => ((manifest.output as { name: string }).name = "other")))).toContain(
      "no output other; it has scores",
    );
    expect(
      await look(changed((manifest) => ((manifest.output as { activation: string }).activation = "none"))),
    ).toContain("outside 0 to 1");
    expect(await look(changed(() => {}, Buffer.from("no model")))).not.toBe("looked");
  });
});

describe("the file of sources", () => {
  const folder = mkdtempSync(join(tmpdir(), "assay-classes-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  const read = (content: unknown, env = {}) => {
    const file = join(folder, "classes.json");
    writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
    return readPictureClasses(file, env);
  };
  const http = (more: object = {}) => ({
    name: "p",
    type: "http",
    request: { url: "https://p.example/look", json: { picture: "{base64}", key: "{env:KEY}" } },
    labels: [{ class: "gore", at: "/gore", threshold: 0.5 }],
    ...more,
  });

  it.each<[string, unknown, RegExp]>([
    ["no JSON", "{", /JSON/],
    ["a secret that is not set", { sources: [http()] }, /the variable KEY is not set/],
    ["an unknown class", { sources: [http({ labels: [{ class: "cats", at: "/c", threshold: 0.5 }] })] }, /labels/],
    ["a misspelt setting", { sources: [http({ timeout: 5 })] }, /timeout/],
    ["two of a name", { sources: [http(), http()] }, /same name/],
    ["no source", { sources: [] }, /sources/],
  ])("%s stops the start, and says why", (_, content, reason) => {
    expect(() => read(content, _.startsWith("a secret") ? {} : { KEY: "k" })).toThrow(reason);
  });

  it("asks the same question with another key, budget or threshold, and another with another model or label", () => {
    const question = (source: object, key = "k") => read({ sources: [source] }, { KEY: key })[0]!.question;
    const usual = question(http());
    expect(question(http(), "other")).toBe(usual);
    expect(usual).not.toContain("other");
    expect(question(http({ per_day: 5, labels: [{ class: "drugs", at: "/gore", threshold: 0.9 }] }))).toBe(usual);
    expect(question(http({ labels: [{ class: "gore", at: "/blood", threshold: 0.5 }] }))).not.toBe(usual);
    expect(question(http({ request: { url: "https://p.example/look?model=2" } }))).not.toBe(usual);
  });
});
