/** Cases of every kind with what stands around them: pictures with writing, copies by others, one person behind two accounts. */
import sharp from "sharp";
import { type Assay, ago, call } from "./assay.ts";

/** In a text it brings the subject before a person: the marketplace has listed it. */
export const flagged = "moonstone special";

/** A photo-like picture with a line written over it, and where it was taken in its metadata. */
export async function written(line: string, tint: string): Promise<Buffer> {
  const [width, height] = [720, 512];
  // Another line, another picture: they must not be taken for one.
  const seed = [...line].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 97, 7);
  const dots = Array.from(
    { length: 24 },
    (_, n) =>
      `<circle cx="${(n * (379 + seed)) % width}" cy="${(n * (211 + 3 * seed)) % height}" r="${20 + ((n * (13 + seed)) % 50)}" fill="hsl(${(n * 47) % 360} 40% ${30 + (n % 5) * 9}%)" opacity="0.5"/>`,
  ).join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${tint}"/>${dots}<rect x="30" y="200" width="660" height="100" fill="#fff"/><text x="60" y="265" font-family="sans-serif" font-size="46">${line}</text></svg>`;
  return sharp(Buffer.from(svg))
    .withExif({
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 30/1", GPSLongitudeRef: "E", GPSLongitude: "2/1 17/1 40/1" },
    })
    .jpeg({ quality: 88 })
    .toBuffer();
}

export async function upload(assay: Assay, bytes: Buffer): Promise<string> {
  const form = new FormData();
  form.set("file", new Blob([new Uint8Array(bytes)]), "photo.jpg");
  const response = await fetch(`${assay.url}/v1/pictures`, {
    method: "POST",
    headers: { authorization: `Bearer ${assay.api_key}` },
    body: form,
  });
  if (!response.ok) throw new Error(`upload: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { content: string }).content;
}

const bicycle =
  "Steel touring bicycle from the nineties, frame 56, eight gears, new tyres and brake pads, leather saddle. It was stored dry for years and rides well. Collection near the town hall, or we meet half way.";

export async function seedKinds(assay: Assay): Promise<void> {
  await call(assay, "POST", "/lists/blocked_phrases/entries", { values: [flagged], kind: "phrase" });
  let sent = 0;
  const send = (type: string, days: number, data: object, client?: object) =>
    call(assay, "POST", "/events", {
      id: `k-${sent++}`,
      type,
      time: ago(days),
      data,
      ...(client && { client }),
    });
  const account = (id: string, name: string, days: number, more: object = {}, device = `device-${id}`) =>
    send(
      "account.created",
      days,
      { id, name, email: `${id}@mail.example`, country: "FR", capacity: "private", ...more },
      { ip: "81.2.69.160", device },
    );
  const [bike, phoneAd, plain] = await Promise.all([
    upload(assay, await written("STEEL 56 - 1994", "#7d8c5a")),
    upload(assay, await written("Call 06 39 98 01 02", "#7da0b8")),
    upload(assay, await written("FRONT VIEW", "#a0876b")),
  ]);

  // A copy of another's ad, twice, with the photo.
  await account("olga", "Olga Maurer", 300);
  await account("copy-one", "Tim Roth", 2);
  await account("copy-two", "Tom Rath", 1);
  const ad = (id: string, seller: string, days: number, more: object) =>
    send("listing.created", days, {
      id,
      revision: 1,
      seller,
      category: "bicycles",
      condition: "good",
      language: "en",
      price: { amount: 240, currency: "EUR", type: "fixed" },
      title: "Steel touring bicycle, frame 56",
      description: bicycle,
      pictures: [{ content: bike }],
      ...more,
    });
  await ad("bike-original", "olga", 20, {});
  await ad("bike-copy", "copy-one", 0.3, { description: `${bicycle} Quick sale.` });
  await ad("bike-copy-2", "copy-two", 0.2, { price: { amount: 190, currency: "EUR", type: "fixed" } });

  // A number in a picture; and one person with two accounts on one device and telephone.
  await account("pat", "Pat Lemaire", 40, { phone: "+33 6 39 98 01 02" }, "shared-device");
  await ad("picture-ad", "pat", 3, {
    title: "Garden chair, painted white",
    description: `A chair for the garden, a ${flagged}.`,
    category: "garden",
    price: { amount: 25, currency: "EUR", type: "fixed" },
    pictures: [{ content: plain }, { content: phoneAd }],
  });
  await account("pat-again", "P. Lem", 1, { phone: "0639980102" }, "shared-device");
  await ad("second-ad", "pat-again", 0.4, {
    title: "Two garden chairs",
    description: `Two chairs, folding: a ${flagged}.`,
    category: "garden",
    price: { amount: 40, currency: "EUR", type: "fixed" },
    pictures: [],
  });

  // A conversation, an order with its reviews, questions, a log-in, a profile, a report.
  await account("bea", "Béatrice Colin", 90, { description: "I collect old bicycles." });
  const chat = ["Hello, is it still there?", "Yes it is.", "Could you hold it until Saturday?", "For a day, gladly."];
  for (const [n, text] of chat.entries())
    await send("message.sent", 2 - n / 10, {
      id: `chat-${n}`,
      conversation: "chat",
      from: n % 2 === 0 ? "bea" : "olga",
      to: n % 2 === 0 ? "olga" : "bea",
      listing: "bike-original",
      text,
    });
  await send("message.sent", 1, {
    id: "chat-flagged",
    conversation: "chat",
    from: "bea",
    to: "olga",
    listing: "bike-original",
    text: `Then we take the ${flagged} outside of here, yes?`,
  });
  await send("order.placed", 8, {
    id: "order-1",
    buyer: "bea",
    seller: "olga",
    listing: "bike-original",
    amount: 240,
    currency: "EUR",
  });
  for (const [n, text] of ["Fast and friendly.", "As described, thank you."].entries())
    await send("review.posted", 30 - n, { id: `review-${n}`, author: "bea", about: `seller-${n}`, rating: 5, text });
  await send("review.posted", 1, {
    id: "review-flagged",
    author: "bea",
    about: "olga",
    order: "order-1",
    rating: 1,
    text: `The bicycle was no ${flagged}, the frame is bent.`,
  });
  await send("question.asked", 5, {
    id: "q-1",
    from: "pat",
    listing: "bike-original",
    text: "Which size is the frame?",
  });
  await send("question.asked", 1, {
    id: "q-flagged",
    from: "bea",
    listing: "bike-original",
    text: `Is it a ${flagged} or not?`,
  });
  await send("session.started", 3, { id: "s-1", account: "flo" }, { ip: "81.2.69.161", device: "device-flo" });
  await account("flo", "Flo Dupont", 3, {
    description: `Sells a ${flagged} now and then.`,
    phone: "+33 6 39 98 01 55",
    city: "Nantes",
    birth_date: "1990-02-03",
    address: "3 rue des Lilas, 44000 Nantes",
    pictures: [{ content: plain }],
  });
  await send("session.started", 0.5, { id: "s-2", account: "flo" }, { ip: "2.125.160.216", device: "device-new" });
}
