/** What a playbook would do to one case now: shown before it happens, and what happens when it is run. */
import { createHash } from "node:crypto";
import {
  type Case,
  type ConfirmedStep,
  confirmedSteps,
  type Decision,
  kindOfList,
  type Playbook,
  type PlaybookEffect,
  type PlaybookItem,
  type PlaybookPlan,
  type PlaybookStep,
  playbookSteps,
} from "@assay/contract";
import { phoneOf } from "@assay/detectors";
import { canonicalJson } from "./audit/index.ts";
import { askedOf, type CaseRow, openCasesOf } from "./cases/index.ts";
import type { Querier } from "./db/index.ts";
import {
  accountNames,
  contactsOf,
  newestBodies,
  openOrders,
  type ReachedSubject,
  type SubjectRow,
  standingListings,
  statesOf,
} from "./intake/index.ts";
import { knownOf } from "./policies/index.ts";

/** Most of each that one run falls on; an account with more is not for one keystroke. */
const most = { listings: 200, orders: 100, contacts: 500, values: 20, cases: 300 };
/** People whom the account wrote to within so many days are warned. */
const contactDays = 30;
/** Newest events of each kind in which devices are looked for. */
const deviceEvents = 50;

/** Where each kind of value is blocked; policies and detectors read these lists. */
export const blockLists = {
  block_phones: "blocked_phones",
  block_devices: "blocked_devices",
  block_payouts: "blocked_payouts",
} as const satisfies Partial<Record<PlaybookStep, string>>;
export type BlockStep = keyof typeof blockLists;

/** Where a suspended account is listed, so that the rules stop what it sends next. */
export const suspendedList = "blocked_accounts";

export interface PlannedCase {
  work: CaseRow | Case;
  subject: SubjectRow;
  /** The decision that stands: the phones that were seen in it are the account's. */
  decision: Decision;
}

/**
 * @param person who would run it: what others hold is left alone
 * @param reason reason code that the refusals give
 */
export async function planPlaybook(
  q: Querier,
  marketplace: string,
  playbook: Playbook,
  { work, subject, decision }: PlannedCase,
  { person, reason }: { person: string; reason: string },
): Promise<PlaybookPlan> {
  const account = work.owner;
  const steps = playbookSteps.filter((step) => playbook.steps.includes(step));
  const effects: PlaybookEffect[] = [];
  for (const step of steps) {
    const items = await itemsOf(step);
    effects.push({ step, confirm: (confirmedSteps as readonly string[]).includes(step), items });
  }
  const { id } = playbook;
  const fingerprint = createHash("sha256")
    .update(canonicalJson({ id, account, reason, decision: decision.decision_id, effects: effects.map(bare) }))
    .digest("hex")
    .slice(0, 32);
  const warning = playbook.steps.includes("warn_contacts") && playbook.warning;
  return { playbook: id, account, reason, effects, ...(warning && { warning }), fingerprint };

  async function itemsOf(step: PlaybookStep): Promise<PlaybookItem[]> {
    switch (step) {
      case "refuse":
        return [itemOf(subject)];
      case "refuse_listings": {
        const except = subject.kind === "listing" ? subject.id : "";
        const listings = await standingListings(q, marketplace, account, except, most.listings);
        const open = await openCasesOf(q, marketplace, account, most.cases);
        const held = new Set(
          open
            .filter((one) => one.kind === "listing" && one.claimed_by !== null && one.claimed_by !== person)
            .map((one) => one.subject_id),
        );
        return listings.map((listing) => ({
          ...itemOf(listing),
          ...(held.has(listing.id) && { left: "held_by_other" as const }),
        }));
      }
      case "block_phones":
        return valueItems(step, phonesOf(decision, await statesOf(q, marketplace, account, "account", 1)));
      case "block_devices":
        return valueItems(step, devicesOf(await newestBodies(q, marketplace, account, deviceKinds, deviceEvents)));
      case "block_payouts":
        return valueItems(step, payoutsOf(await statesOf(q, marketplace, account, "payout_method", most.values)));
      case "hold_orders":
        return (await openOrders(q, marketplace, account, most.orders)).map(itemOf);
      case "warn_contacts": {
        const contacts = await contactsOf(q, marketplace, account, contactDays, most.contacts);
        const names = await accountNames(q, marketplace, contacts);
        return contacts.map((contact) => accountItem(contact, names.get(contact)));
      }
      case "hold_payout":
      case "suspend":
        return [await askItem(step)];
    }
  }

  async function valueItems(step: BlockStep, values: readonly string[]): Promise<PlaybookItem[]> {
    const list = blockLists[step];
    const listed = await knownOf(q, marketplace, list, values);
    return values.map((value) => ({
      id: value,
      label: value,
      ...(listed.has(`${kindOfList(list)} ${value}`) && { left: "already" as const }),
    }));
  }

  async function askItem(step: ConfirmedStep): Promise<PlaybookItem> {
    const asked = await askedOf(q, marketplace, account);
    const names = await accountNames(q, marketplace, [account]);
    const listed = step === "suspend" && (await knownOf(q, marketplace, suspendedList, [account])).size > 0;
    const already = asked.has(step) || listed;
    return { ...accountItem(account, names.get(account)), ...(already && { left: "already" as const }) };
  }
}

/** What a plan is known by: not the labels, which may be read in another moment. */
const bare = ({ step, items }: PlaybookEffect) => ({ step, items: items.map(({ id, left }) => [id, left ?? null]) });

const itemOf = ({ kind, id, title }: Pick<ReachedSubject, "kind" | "id" | "title">): PlaybookItem => ({
  id,
  label: title || id,
  subject: { kind, id },
});
const accountItem = (id: string, name: string | undefined): PlaybookItem => ({
  id,
  label: name ?? id,
  subject: { kind: "account", id },
});

const isText = (value: unknown): value is string =>
  typeof value === "string" && value.trim() !== "" && !value.includes("\0");

/** The phone that the account gave, and those that were seen in what it wrote. */
function phonesOf(decision: Decision, states: readonly Record<string, unknown>[]): string[] {
  const given = states.map((state) => state.phone).filter(isText);
  const seen = decision.signals.flatMap((signal) =>
    signal.state === "found"
      ? signal.evidence.flatMap((one) =>
          one.type === "span" && one.kind === "phone" && isText(one.value) ? one.value : [],
        )
      : [],
  );
  const country = states.map((state) => state.country).find(isText);
  return distinct([...given, ...seen].flatMap((phone) => phoneOf(phone, country ? [country] : []) ?? []));
}

const deviceKinds = ["session", "account", "listing", "message"];
function devicesOf(bodies: readonly Record<string, unknown>[]): string[] {
  return distinct(bodies.map((body) => (body.client as { device?: unknown } | undefined)?.device).filter(isText));
}

/** A provider's own mark of the payout account, or the IBAN. */
function payoutsOf(states: readonly Record<string, unknown>[]): string[] {
  return distinct(states.flatMap((state) => [state.fingerprint, state.iban].filter(isText)));
}

const distinct = (values: readonly string[]) =>
  [...new Set(values.map((value) => value.trim().slice(0, 500)))].slice(0, most.values);
