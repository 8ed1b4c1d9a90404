/** The shop's web server. */
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Client, WebhookVerificationError } from "@assay/sdk";
import cookie from "@fastify/cookie";
import multipart from "@fastify/multipart";
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import type { Desk } from "../desk.ts";
import type { Album } from "../pictures/album.ts";
import { knownBad, pictureName } from "../pictures/recipe.ts";
import type { Entry, Shop } from "../shop.ts";
import type { Language } from "../simulation/catalogue.ts";
import { type Actor, Acts, type AdInput } from "./acts.ts";
import { type Form, formOf } from "./form.ts";
import { type Visit, visit } from "./layout.ts";
import { adForm, conversationsOf, logInPage, messagesPage, minePage, signUpPage } from "./own-pages.ts";
import { adPage, browsePage, personPage } from "./pages.ts";
import { gradeWords } from "./words.ts";

export interface StorefrontOptions {
  shop: Shop;
  desk: Desk;
  album: Album;
  /** Its own address, for pictures that Assay may fetch. */
  url: () => string;
}

type Params = { id: string };
const asset = (name: string) => readFileSync(new URL(name, import.meta.url));
const forms = "application/x-www-form-urlencoded";

export async function storefront({ shop, desk, album, url }: StorefrontOptions): Promise<FastifyInstance> {
  const app = fastify({ bodyLimit: 2_000_000 });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: 12_000_000, files: 5, fields: 20 } });
  // both as text: forms are read by `formOf`, and a webhook's signature is over the bytes that came
  app.addContentTypeParser([forms, "application/json"], { parseAs: "string" }, (_, body, done) => done(null, body));
  const acts = new Acts(desk, shop);

  const me = (request: FastifyRequest): Entry | undefined => {
    const id = request.cookies["account"];
    return id === undefined ? undefined : shop.entry("account", id);
  };
  const visitOf = (request: FastifyRequest): Visit => {
    const asked = request.cookies["language"] ?? request.headers["accept-language"] ?? "en";
    return visit(asked.startsWith("fr") ? "fr" : "en", request.url, me(request));
  };
  const actor = (request: FastifyRequest, account: Entry): Actor => ({
    account: account.id,
    language: visitOf(request).language,
    client: clientOf(request),
  });
  const send = (reply: FastifyReply, page: string) => reply.type("text/html; charset=utf-8").send(page);
  const stay = { path: "/", httpOnly: true, sameSite: "lax", maxAge: 30 * 86_400 } as const;

  /** Somebody logged in, or the way to the log-in. */
  const known = (request: FastifyRequest, reply: FastifyReply): Entry | undefined => {
    const account = me(request);
    if (!account) reply.redirect("/login", 303);
    return account;
  };
  const gone = (request: FastifyRequest, reply: FastifyReply) =>
    send(reply.code(404), browsePage(visitOf(request), shop, { page: 1 }));

  app.addHook("onRequest", async (request, reply) => {
    if (!request.cookies["device"]) reply.setCookie("device", `dev_${randomUUID()}`, { ...stay, maxAge: 365 * 86_400 });
    reply.header("x-content-type-options", "nosniff");
  });

  for (const [path, type] of [
    ["style.css", "text/css"],
    ["script.js", "text/javascript"],
  ] as const) {
    const body = asset(path);
    app.get(`/${path}`, (_, reply) => reply.type(type).send(body));
  }
  app.get<{ Params: { name: string } }>("/pictures/:name", async ({ params }, reply) => {
    const drawing = album.drawing(params.name);
    if (!drawing) return reply.code(404).send("no such picture");
    return reply
      .type("image/png")
      .header("cache-control", "max-age=86400, immutable")
      .send(await drawing);
  });
  // what the marketplace has refused before, for a bank of known pictures
  app.get("/known-bad.json", () =>
    knownBad.map(({ bank, label, ...recipe }) => ({ bank, label, url: `${url()}/pictures/${pictureName(recipe)}` })),
  );
  app.get<{ Params: Params }>("/uploads/:id", ({ params }, reply) => {
    const picture = album.upload(params.id);
    if (!picture) return reply.code(404).send("no such picture");
    return reply.type(picture.mime).header("cache-control", "max-age=86400, immutable").send(picture.bytes);
  });

  app.post("/assay/webhooks", (request, reply) => {
    try {
      // an action about something that this shop does not know is taken all the same, or it would be sent again for days
      desk.receive(String(request.body), request.headers);
      return reply.code(204).send();
    } catch (error) {
      if (error instanceof WebhookVerificationError) return reply.code(401).send({ error: error.message });
      throw error;
    }
  });

  app.get<{ Querystring: { q?: string; category?: string; page?: string } }>("/", (request, reply) => {
    const { q, category, page } = request.query;
    const search = {
      page: Math.min(50, Math.max(1, Number(page) || 1)),
      ...(q && { q: String(q) }),
      ...(category && { category: String(category) }),
    };
    return send(reply, browsePage(visitOf(request), shop, search));
  });
  app.get<{ Params: Params; Querystring: { done?: string } }>("/ads/:id", (request, reply) => {
    const entry = shop.entry("listing", request.params.id);
    if (!entry) return gone(request, reply);
    const view = visitOf(request);
    return send(reply, adPage(view, shop, entry, request.query.done === "bought" ? view.t.orderPlaced : undefined));
  });
  app.get<{ Params: Params }>("/people/:id", (request, reply) => {
    const entry = shop.entry("account", request.params.id);
    return entry ? send(reply, personPage(visitOf(request), shop, entry)) : gone(request, reply);
  });

  app.get("/signup", (request, reply) => send(reply, signUpPage(visitOf(request))));
  app.post("/signup", async (request, reply) => {
    const { fields } = await formOf(request);
    const view = visitOf(request);
    if (!fields["name"]?.trim() || !fields["email"]?.trim()) return send(reply, signUpPage(view, view.t.missing));
    const { name, email, phone, description } = fields;
    const who = { name, email, ...(phone && { phone }), ...(description && { description }) };
    const id = await acts.join(who, clientOf(request), view.language);
    return reply.setCookie("account", id, stay).redirect("/mine", 303);
  });
  app.get("/login", (request, reply) =>
    send(reply, logInPage(visitOf(request), shop.all("account").slice(-40).toReversed())),
  );
  app.post("/login", async (request, reply) => {
    const account = shop.entry("account", (await formOf(request)).fields["account"] ?? "");
    if (!account) return reply.redirect("/login", 303);
    await acts.logIn(actor(request, account));
    return reply.setCookie("account", account.id, stay).redirect("/mine", 303);
  });
  app.post("/logout", (_, reply) => reply.clearCookie("account", { path: "/" }).redirect("/", 303));
  app.post("/language", async (request, reply) => {
    const other: Language = visitOf(request).language === "fr" ? "en" : "fr";
    const { back = "/" } = (await formOf(request)).fields;
    return reply.setCookie("language", other, stay).redirect(/^\/(?!\/|\\)/.test(back) ? back : "/", 303);
  });

  app.get("/mine", (request, reply) => {
    const account = known(request, reply);
    return account ? send(reply, minePage(visitOf(request), shop, account)) : reply;
  });
  app.get("/sell", (request, reply) => (known(request, reply) ? send(reply, adForm(visitOf(request), shop)) : reply));

  /** The ad as the form gives it, with its pictures handed to Assay; or what is wrong. */
  async function adOf(view: Visit, { fields, files }: Form): Promise<AdInput | string> {
    const price = Number(fields["price"]);
    const { title = "", description = "", category = "", grade = "good", brand } = fields;
    if (!title.trim() || !description.trim() || !Number.isFinite(price) || price < 0 || !(grade in gradeWords.en)) {
      return view.t.missing;
    }
    const pictures: AdInput["pictures"] = [];
    for (const { bytes, mime } of files) {
      const uploaded = await desk.upload(bytes, mime);
      if ("problem" in uploaded) return `${view.t.pictureProblem}: ${uploaded.problem}`;
      const id = randomUUID();
      album.keep(id, bytes, mime);
      pictures.push({ url: `${url()}/uploads/${id}`, content: uploaded.content });
    }
    return { title, description, category, grade, price, pictures, ...(brand && { brand }) };
  }
  app.post("/sell", async (request, reply) => {
    const form = await formOf(request);
    const account = known(request, reply);
    if (!account) return reply;
    const ad = await adOf(visitOf(request), form);
    if (typeof ad === "string")
      return send(reply.code(400), adForm(visitOf(request), shop, undefined, { problem: ad, fields: form.fields }));
    return reply.redirect(`/ads/${await acts.post(actor(request, account), ad)}`, 303);
  });

  /** An ad of one's own, or 404. */
  const own = (request: FastifyRequest<{ Params: Params }>, reply: FastifyReply): [Entry, Entry] | undefined => {
    const account = known(request, reply);
    if (!account) return undefined;
    const entry = shop.entry("listing", request.params.id);
    if (entry && entry.owner === account.id && !entry.closed) return [account, entry];
    gone(request, reply);
    return undefined;
  };
  app.get<{ Params: Params }>("/ads/:id/edit", (request, reply) => {
    const mine = own(request, reply);
    return mine ? send(reply, adForm(visitOf(request), shop, mine[1])) : reply;
  });
  app.post<{ Params: Params }>("/ads/:id", async (request, reply) => {
    const form = await formOf(request);
    const mine = own(request, reply);
    if (!mine) return reply;
    const [account, entry] = mine;
    const ad = await adOf(visitOf(request), form);
    if (typeof ad === "string")
      return send(reply.code(400), adForm(visitOf(request), shop, entry, { problem: ad, fields: form.fields }));
    await acts.edit(actor(request, account), entry, ad);
    return reply.redirect(`/ads/${entry.id}`, 303);
  });
  app.post<{ Params: Params }>("/ads/:id/remove", async (request, reply) => {
    const mine = own(request, reply);
    if (!mine) return reply;
    await acts.takeDown(actor(request, mine[0]), mine[1]);
    return reply.redirect("/mine", 303);
  });

  /** An ad of somebody else that is on sale, and who is interested. */
  const other = (request: FastifyRequest<{ Params: Params }>, reply: FastifyReply): [Entry, Entry] | undefined => {
    const account = known(request, reply);
    if (!account) return undefined;
    const entry = shop.entry("listing", request.params.id);
    if (entry && entry.owner !== account.id && shop.shown(entry)) return [account, entry];
    gone(request, reply);
    return undefined;
  };
  app.post<{ Params: Params }>("/ads/:id/buy", async (request, reply) => {
    const both = other(request, reply);
    if (!both) return reply;
    const done = await acts.buy(actor(request, both[0]), both[1]);
    return reply.redirect(done ? "/mine" : `/ads/${both[1].id}`, 303);
  });
  app.post<{ Params: Params }>("/ads/:id/question", async (request, reply) => {
    const both = other(request, reply);
    const { text } = (await formOf(request)).fields;
    if (!both) return reply;
    if (text?.trim()) await acts.ask(actor(request, both[0]), both[1].id, text);
    return reply.redirect(`/ads/${both[1].id}`, 303);
  });
  app.post<{ Params: Params }>("/ads/:id/message", async (request, reply) => {
    const both = other(request, reply);
    const { text } = (await formOf(request)).fields;
    if (!both) return reply;
    const [account, entry] = both;
    const conversation = acts.conversation(entry.id, account.id);
    if (text?.trim())
      await acts.write(actor(request, account), { conversation, to: entry.owner, listing: entry.id, text });
    return reply.redirect(`/messages/${encodeURIComponent(conversation)}`, 303);
  });

  app.get("/messages", (request, reply) => {
    const account = known(request, reply);
    return account ? send(reply, messagesPage(visitOf(request), shop, account)) : reply;
  });
  app.get<{ Params: Params }>("/messages/:id", (request, reply) => {
    const account = known(request, reply);
    if (!account) return reply;
    const open = conversationsOf(shop, account).find((one) => one.id === request.params.id);
    return send(reply, messagesPage(visitOf(request), shop, account, open));
  });
  app.post<{ Params: Params }>("/messages/:id", async (request, reply) => {
    const account = known(request, reply);
    const { text } = (await formOf(request)).fields;
    if (!account) return reply;
    const open = conversationsOf(shop, account).find((one) => one.id === request.params.id);
    if (open && text?.trim()) {
      await acts.write(actor(request, account), { conversation: open.id, to: open.other, listing: open.listing, text });
    }
    return reply.redirect(`/messages/${encodeURIComponent(request.params.id)}`, 303);
  });
  app.post<{ Params: Params }>("/orders/:id/review", async (request, reply) => {
    const account = known(request, reply);
    const { rating, text } = (await formOf(request)).fields;
    if (!account) return reply;
    const order = shop.entry("order", request.params.id);
    if (order?.owner === account.id && text?.trim()) {
      await acts.review(actor(request, account), order, Math.min(5, Math.max(1, Number(rating) || 1)), text);
    }
    return reply.redirect("/mine", 303);
  });

  return app;
}

/** Where a request comes from, as Assay wants to know it. */
function clientOf(request: FastifyRequest): Client {
  const device = request.cookies["device"];
  return {
    ip: request.ip,
    ...(device && { device }),
    ...(request.headers["user-agent"] && { user_agent: request.headers["user-agent"] }),
    ...(request.headers["accept-language"] && { locale: request.headers["accept-language"].slice(0, 40) }),
  };
}
