/** Everything that conditions of a stage may name, with types and what it is: for completion, for hover, and for the form's lists. */
import {
  type ComparisonOperator,
  type ConditionName,
  type DetectorDeclaration,
  type Stage,
  type SubjectKind,
  subjectKindNames,
  subjectKinds,
  type Vocabulary,
} from "@assay/contract";
import { functions } from "./condition/functions.ts";
import { macros } from "./condition/macros.ts";
import { type Scope, signalField, signalFields } from "./condition/scope.ts";
import { type Type, typeName } from "./condition/types.ts";
import type { PolicyVocabulary } from "./decision.ts";
import { scopesOf } from "./file.ts";

/** How deep fields of fields are listed; deeper ones can be written all the same. */
const depth = 4;

/** What history and profile values are. A value that is missing here is listed under its name. */
const titles: Readonly<Record<string, string>> = {
  "account.id": "the account that answers for the subject",
  "account.known": "whether the account was ever seen",
  "account.age_days": "days since the account was first seen",
  "account.country": "country of the account, such as FR",
  "account.capacity": "private or trader, as the account says",
  "account.listings_total": "ads that the account ever put up",
  "account.refusals_90d": "refusals of what the account sent, in the last 90 days",
  "account.risk": "risk of the account, 0 to 1, fading by half each 30 days",
  "event.id": "the event's id",
  "event.type": "what happened, such as listing.created or listing.updated",
  "event.time": "when it happened",
  "client.ip": "network address of the sender",
  "client.device": "the sender's device, as the site tells it apart",
  "client.user_agent": "the sender's browser or app",
  "client.session": "the sender's log-in",
  "client.locale": "language of the sender's device, such as fr-FR",
  "history.seller_window.listings_24h": "ads of this seller in the last 24 hours, this one not counted",
  "history.seller_window.listings_1h": "ads of this seller in the last hour, this one not counted",
  "history.sender_window.messages_24h": "messages and questions of this person in the last 24 hours",
  "history.sender_window.messages_1h": "messages and questions of this person in the last hour",
  "history.sender_window.recipients_24h": "people this person wrote to in the last 24 hours",
  "history.seller_volume.listings_90d": "ads of this seller in the last 90 days, up to 200",
  "history.seller_volume.weeks_active": "weeks of the last 13 in which this seller put up an ad",
  "history.seller_volume.new_90d": "ads of new goods of this seller in the last 90 days",
  "history.seller_volume.same_item_90d": "most ads of this seller under one title in the last 90 days",
  "history.seller_batch.habit.mean": "ads a day of this seller, on the days on which it put up any in the last 28",
  "history.seller_batch.habit.most": "most ads of this seller on one day in the last 28",
  "history.seller_batch.habit.days": "days of the last 28 on which this seller put up an ad",
  "history.seller_batch.peers.p99": "ads that all but 1 in 100 sellers stayed within yesterday",
  "history.seller_batch.ads": "ads of this seller in the last 24 hours",
  "history.review_past.bought": "orders between the review's author and the seller, up to 5",
  "history.review_past.orders_known": "whether this marketplace sends orders at all",
  "history.review_past.recent": "reviews of the same account in the last 30 days, up to 40",
  "history.conversation_before": "earlier messages of the conversation, up to 20 within 48 hours",
  "history.approved_revision": "the last approved state; missing when none was approved",
  "history.previous_revision": "the state before this event; missing for a first revision",
  "history.comparable_prices": "comparable ads with their prices, up to 56",
  "history.similar_listings": "ads that may be the same, up to 8",
  "history.account_links": "accounts that share something with this one, up to 12",
  "history.linked_batch": "ads of linked accounts in the last 24 hours, up to 20",
  "history.known_pictures": "matches in the banks of known pictures",
  "history.reused_pictures": "other subjects that the pictures stood in before, up to 20",
};

/** Where the number is one over a window of time. */
const aggregate = /^history\.(seller_window|sender_window|seller_volume|seller_batch\.(habit|peers))\./;

/** @param kinds of the stage; names that only some of them have say so */
export function vocabularyOf(stage: Stage, vocabulary: PolicyVocabulary): Omit<Vocabulary, "queues"> {
  const kinds = subjectKindNames.filter((kind) => subjectKinds[kind].stage === stage);
  const scopes = scopesOf(vocabulary);
  const names = new Map<string, ConditionName>();
  for (const kind of kinds) {
    for (const name of namesOf(kind, scopes(kind), vocabulary)) {
      const known = names.get(name.path);
      if (known) known.kinds.push(kind);
      else names.set(name.path, name);
    }
  }
  return {
    stage,
    kinds,
    names: [...names.values()],
    functions: [...functions.values()].flat().map(({ name, on, parameters, returns, summary }) => {
      const call = `${on ? `${typeName(on)}.` : ""}${name}(${parameters.map(typeName).join(", ")}): ${typeName(returns)}`;
      return { name, call, title: summary };
    }),
    macros: Object.entries(macros).map(([name, usage]) => {
      const at = usage.indexOf(": ");
      return { name, call: usage.slice(0, at), title: usage.slice(at + 2) };
    }),
    lists: [...vocabulary.lists].sort(),
    reasons: vocabulary.reasons.map(({ code }) => code),
  };
}

function* namesOf(kind: SubjectKind, scope: Scope, vocabulary: PolicyVocabulary): Generator<ConditionName> {
  const kinds = [kind];
  for (const [root, { type }] of Object.entries(scope.roots)) {
    if (root === "subject" || type.is !== "object") continue;
    const group = root === kind ? "subject" : (root as "account" | "event" | "client" | "history");
    for (const { path, type: of } of fieldsUnder(root, type, depth)) {
      const grouped = aggregate.test(path) ? "aggregate" : group;
      yield { path, ...described(of), group: grouped, title: titles[path] ?? titleOf(path), kinds: [...kinds] };
    }
  }
  for (const detector of vocabulary.detectors) {
    if (!detector.subjects.includes(kind)) continue;
    for (const { path, type, title } of signalNames(detector)) {
      yield { path, ...described(type), group: "signal", title, kinds: [...kinds] };
    }
  }
  for (const list of vocabulary.lists) {
    const title = `the marketplace's list ${list.replaceAll("_", " ")}`;
    yield { path: `lists.${list}`, type: "list of string", group: "list", title, kinds: [...kinds], operators: [] };
  }
}

function* fieldsUnder(path: string, type: Type, left: number): Generator<{ path: string; type: Type }> {
  if (type.is !== "object") return;
  for (const [name, of] of Object.entries(type.fields)) {
    yield { path: `${path}.${name}`, type: of };
    if (left > 1) yield* fieldsUnder(`${path}.${name}`, of, left - 1);
  }
}

function* signalNames(detector: DetectorDeclaration): Generator<{ path: string; type: Type; title: string }> {
  const { id, title, summary, kinds, values } = detector;
  const said: Record<string, string> = {
    found: `${title}: whether it was found. ${summary}`,
    score: `${title}: how likely it is, 0 to 1`,
    state: `${title}: found, clear, unknown, pending or absent`,
  };
  for (const field of signalFields(detector)) {
    const value = signalField(detector, field);
    if (value)
      yield {
        path: `signals.${id}.${field}`,
        type: value.type,
        title: said[field] ?? `${title}: ${values[field]!.title}`,
      };
  }
  for (const [kind, what] of Object.entries(kinds)) {
    yield {
      path: `signals.${id}.scores.${kind}`,
      type: { is: "double" },
      title: `${title}, ${kind}: ${what}; how likely, 0 to 1`,
    };
  }
}

const titleOf = (path: string) => path.slice(path.indexOf(".") + 1).replaceAll(/[._]/g, " ");

function described(type: Type): Pick<ConditionName, "type" | "values" | "operators"> {
  const values = type.is === "string" && type.values ? [...type.values] : undefined;
  return {
    type: typeName(type.is === "object" ? { is: "map", of: { is: "dyn" }, key: { is: "string" } } : type),
    ...(values && { values }),
    operators: operatorsOf(type),
  };
}

const there: ComparisonOperator[] = ["is_there", "is_missing"];
const ordered: ComparisonOperator[] = ["is", "is_not", "less", "at_most", "more", "at_least"];

function operatorsOf(type: Type): ComparisonOperator[] {
  switch (type.is) {
    case "double":
      return [...ordered, ...there];
    case "bool":
      return ["is_true", "is_false", ...there];
    case "string": {
      const whole: ComparisonOperator[] = ["is", "is_not", "in", "not_in", "in_list", "not_in_list"];
      if (type.values) return [...whole, ...there];
      const parts = ["contains", "starts_with", "ends_with"] as const;
      return [
        ...whole,
        ...parts.flatMap((is): ComparisonOperator[] => [is, `not_${is}`]),
        "matches",
        "not_matches",
        ...there,
      ];
    }
    case "list":
    case "object":
      return there;
    default:
      return [];
  }
}
