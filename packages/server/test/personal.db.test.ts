/** What is masked for people at the desk, what a case or a purpose shows, and notes that come back with the same hands. */
import type { AccountView, CaseView, Decision, EventRow, EventView, SubjectView } from "@assay/contract";
import { afterAll, expect, test } from "vitest";
import { testDesk } from "./desk.ts";

const desk = await testDesk();
afterAll(() => desk.close());
const key = await desk.asKey();
const moderator = await desk.asUser(["moderator"]);
const auditor = await desk.asUser(["auditor"]);

let sent = 0;
const send = async (type: string, data: object, client?: object) =>
  (
    await key<Decision>("POST", "/v1/events", {
      id: `p${++sent}`,
      type,
      time: new Date().toISOString(),
      data,
      ...(client && { client }),
    })
  ).body;
const person = {
  name: "Ana Muster",
  email: "ana.muster@mail.example",
  phone: "+33 6 39 98 01 02",
  country: "FR",
  city: "Nantes",
  address: "3 rue des Lilas",
  birth_date: "1990-02-03",
};
await send("account.created", { id: "ana", ...person }, { ip: "81.2.69.160", device: "d-1" });
const account = async (asked = moderator, id = "ana") =>
  (await asked.ask<AccountView>("GET", `/v1/accounts/${id}`)).body;

test("an account's personal data is masked for people, and not for the marketplace's own backend", async () => {
  const { data, masked } = await account();
  expect(data).toMatchObject({ name: "Ana Muster", city: "Nantes", email: "a•••@•••", phone: "••• 02" });
  expect(data).toMatchObject({ address: "•••", birth_date: "1990-••-••" });
  expect([...masked].sort()).toEqual(["address", "birth_date", "email", "phone"]);
  const subject = (await moderator.ask<SubjectView>("GET", "/v1/subjects/account/ana")).body;
  const event = (await moderator.ask<EventView>("GET", "/v1/events/p1/view")).body;
  expect(event.masked_account).toBe("ana");
  for (const shown of [data, subject, event]) {
    for (const secret of [person.email, person.phone, person.address, person.birth_date, "81.2.69.160"])
      expect(JSON.stringify(shown)).not.toContain(secret);
  }
  expect((await key<AccountView>("GET", "/v1/accounts/ana")).body.data).toMatchObject(person);
});

test("a purpose shows it to whoever gave it, and stands in the audit log", async () => {
  const other = await desk.asUser(["moderator"]);
  const reveal = (ask: typeof other, purpose: string) =>
    ask.ask("POST", "/v1/reveals", { what: "account", target: "ana", purpose });
  expect((await reveal(other, "  x ")).status).toBe(400);
  expect((await reveal(auditor, "to call her back")).status).toBe(403);
  expect((await account(other)).masked).not.toEqual([]);
  expect((await reveal(other, "to call her back")).status).toBe(200);
  expect(await account(other)).toMatchObject({ data: person, masked: [] });
  expect((await account()).masked).not.toEqual([]);
  const { body } = await auditor.ask<{ data: { what: string; actor: string; subject: string; details: object }[] }>(
    "GET",
    "/v1/audit?limit=100",
  );
  expect(body.data.filter((entry) => entry.what === "account.revealed")).toMatchObject([
    { actor: other.id, subject: "ana", details: { purpose: "to call her back" } },
  ]);
  // An hour later it is closed again.
  await desk.database.owner.query("update reveals set until = now() - interval '1 second'");
  expect((await account(other)).masked).not.toEqual([]);
});

test("what a case is about is not masked in it", async () => {
  const plain = await send("listing.created", { id: "l1", seller: "ana", title: "Review a chair", category: "garden" });
  const about = await send("listing.created", {
    id: "l2",
    seller: "ana",
    title: "Review a table",
    description: "Ring me on 06 39 98 01 02 please",
    category: "garden",
    language: "fr",
  });
  const view = async ({ cases }: Decision) => (await moderator.ask<CaseView>("GET", `/v1/cases/${cases[0]}`)).body;
  expect((await view(plain)).account.masked).toContain("phone");
  const contact = await view(about);
  expect(contact.account.data["phone"]).toBe(person.phone);
  expect(contact.account.masked).toEqual(expect.not.arrayContaining(["phone"]));
  expect(contact.account.masked).toContain("email");
});

test("a private message is opened by a signal or for a purpose, and is in no list", async () => {
  const write = (id: string, text: string) =>
    send("message.sent", { id, conversation: "c1", from: "ana", to: "bob", text });
  const quiet = await write("m1", "Is the blue one there on Tuesday?");
  const found = await write("m2", "Call me: 06 39 98 01 02");
  const seen = async (id: string) => (await moderator.ask<SubjectView>("GET", `/v1/subjects/message/${id}`)).body;
  expect(await seen("m1")).toMatchObject({ sealed_conversation: "c1" });
  expect(JSON.stringify(await seen("m1"))).not.toContain("Tuesday");
  expect(JSON.stringify((await moderator.ask("GET", `/v1/events/${quiet.event_id}/view`)).body)).not.toContain(
    "Tuesday",
  );
  expect((await seen("m2")).data["text"]).toContain("Call me");
  expect(found.signals.some((signal) => signal.state === "found")).toBe(true);

  const rows = (await moderator.ask<{ data: EventRow[] }>("GET", "/v1/events?kind=message")).body.data;
  expect(JSON.stringify(rows)).not.toContain("Tuesday");
  expect(JSON.stringify((await account()).life)).not.toContain("Tuesday");

  const purpose = "a buyer says that he was threatened in it";
  expect((await moderator.ask("POST", "/v1/reveals", { what: "conversation", target: "c1", purpose })).status).toBe(
    200,
  );
  expect((await seen("m1")).data["text"]).toContain("Tuesday");
  expect((await seen("m1")).sealed_conversation).toBeUndefined();
});

test("a note on one account comes back with another that has its phone or device, with what ties them", async () => {
  const first = await desk.openCase("ana");
  await moderator.ask("POST", `/v1/cases/${first.caseId}/note`, { text: "sold the same bicycle twice" });
  await send("account.created", { id: "ana-2", name: "A. M.", phone: "0639980102", country: "FR" }, { device: "d-1" });
  await send("account.created", { id: "zoe", name: "Zoe", phone: "+33 6 39 98 01 77" }, { device: "d-9" });
  const notes = (await account(moderator, "ana-2")).notes;
  expect(notes).toMatchObject([
    {
      text: "sold the same bicycle twice",
      from: { account: "ana", name: "Ana Muster", shared: ["device", "phone"] },
    },
  ]);
  expect((await account(moderator, "zoe")).notes).toEqual([]);
  // On its own account it needs no explanation.
  expect((await account()).notes[0]!.from).toBeUndefined();
  // Whom a person parted from it does not inherit its notes.
  const part = { account: "ana", state: "parted", note: "mother and daughter" };
  expect((await moderator.ask("POST", "/v1/accounts/ana-2/links", part)).status).toBe(200);
  expect((await account(moderator, "ana-2")).notes).toEqual([]);
  const join = { account: "ana", state: "joined" };
  expect((await moderator.ask("POST", "/v1/accounts/zoe/links", join)).status).toBe(200);
  expect((await account(moderator, "zoe")).notes[0]!.from).toMatchObject({ account: "ana", shared: ["person"] });
});

test("a value that very many share brings no notes", async () => {
  for (let n = 0; n < 25; n++)
    await send("account.created", { id: `lib-${n}`, name: `Reader ${n}` }, { device: "library" });
  const { caseId } = await desk.openCase("lib-0");
  await moderator.ask("POST", `/v1/cases/${caseId}/note`, { text: "about this reader only" });
  expect((await account(moderator, "lib-7")).notes).toEqual([]);
});
