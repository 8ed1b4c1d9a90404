/** What a condition about one kind of subject may name, with types: made from the contract, the declarations and the lists. */
import {
  clientSchema,
  type DetectorDeclaration,
  type HistoryKey,
  historyValues,
  type SubjectKind,
  signalStates,
  subjectKinds,
} from "@assay/contract";
import type { PolicyInput, PolicyVocabulary } from "../decision.ts";
import type { FieldType } from "../fields.ts";
import { bool, double, listOf, objectOf, string, type Type, timestamp, typeOfSchema } from "./types.ts";
import { Missing, type Run, type Seen, Timestamp, Unknown, type Value } from "./value.ts";

/** A root name of conditions, such as `listing`, with how its value is had. */
interface Root {
  type: Type;
  value(input: PolicyInput): Value | undefined;
}

/** What a condition may name. `kind` is what it is about, for messages. */
export interface Scope {
  kind: string;
  roots: Readonly<Record<string, Root>>;
  detectors: ReadonlyMap<string, DetectorDeclaration>;
  lists: ReadonlySet<string>;
}

/** States that a condition can ask for: what the detector said, or why there is nothing. */
const conditionStates = [...signalStates, "pending", "absent"] as const;

const declared: Record<FieldType, Type> = { double, string, bool, "list<string>": listOf(string) };

export function scopeOf(kind: SubjectKind, vocabulary: PolicyVocabulary): Scope {
  const { owner, schema } = subjectKinds[kind];
  const subject = fieldsOf(typeOfSchema(schema, kind));
  for (const [name, type] of Object.entries(vocabulary.fields?.[kind] ?? {})) subject[name] = declared[type];
  const profile = fieldsOf(typeOfSchema(historyValues.account_profile, "account"));
  const roots: Record<string, Root> = {
    subject: { type: objectOf("subject", subject), value: subjectData },
    [kind]: { type: objectOf(kind, subject), value: subjectData },
    event: {
      type: objectOf("event", { id: string, type: string, time: timestamp }),
      value: (input) => ({ id: input.eventId, type: input.eventType, time: new Timestamp(input.at) }),
    },
    client: { type: typeOfSchema(clientSchema, "client"), value: (input) => input.client },
    history: { type: historyType(kind, subject), value: (input) => input.history },
  };
  if (kind === "account") {
    // The account is the subject itself: what it says now goes before what was known.
    roots.account = {
      type: objectOf("account", { ...profile, ...subject }),
      value: (input) => ({ ...input.history.account_profile, ...input.subject.data, id: input.subject.owner }),
    };
  } else if (owner !== "order") {
    roots.account = {
      type: objectOf("account", { id: string, ...profile }),
      value: (input) => ({ ...input.history.account_profile, id: input.subject.owner }),
    };
  }
  const detectors = vocabulary.detectors.map((detector) => [detector.id, detector] as const);
  return { kind, roots, detectors: new Map(detectors), lists: new Set(vocabulary.lists) };
}

const subjectData = (input: PolicyInput) => input.subject.data;
const fieldsOf = (type: Type): Record<string, Type> => (type.is === "object" ? { ...type.fields } : {});

/** Fields of `account` that come from the profile and not from the subject itself. */
export const profileFields: ReadonlySet<string> = new Set(Object.keys(historyValues.account_profile.shape));

function historyType(kind: SubjectKind, subject: Record<string, Type>): Type {
  const fields: Record<string, Type> = {};
  for (const key of Object.keys(historyValues) as HistoryKey[]) {
    const type = typeOfSchema(historyValues[key], `history.${key}`);
    // An earlier state of the subject has the fields that the subject has.
    const data = objectOf(`history.${key}.data`, subject);
    fields[key] = type.is === "object" && type.fields.data ? { ...type, fields: { ...type.fields, data } } : type;
  }
  return objectOf(`history of a ${kind}`, fields);
}

/** How a condition reads one field of a detector's signal. */
export function signalField(detector: DetectorDeclaration, field: string): { type: Type; run: Run } | undefined {
  const { id } = detector;
  const unknown = new Unknown(`signals.${id}`);
  const missing = new Missing(`signals.${id}.${field}`);
  if (field === "state") {
    const type: Type = { is: "string", values: conditionStates };
    return { type, run: (e) => e.signals.get(id)?.state ?? "absent" };
  }
  if (field === "found") {
    return {
      type: bool,
      run: (e) => {
        const state = e.signals.get(id)?.state;
        return state === "unknown" || state === "pending" ? unknown : state === "found";
      },
    };
  }
  const read = (type: Type, get: (signal: Seen) => Value | undefined): { type: Type; run: Run } => ({
    type,
    run: (e) => {
      const signal = e.signals.get(id);
      if (signal === undefined) return e.miss(missing);
      if (signal.state === "unknown" || signal.state === "pending") return unknown;
      return get(signal) ?? e.miss(missing);
    },
  });
  if (field === "score") return read(double, (signal) => signal.score);
  const value = Object.hasOwn(detector.values, field) ? detector.values[field] : undefined;
  return value && read(declared[value.type], (signal) => signal.values?.[field]);
}

/** How a condition reads the score of one of a detector's kinds. */
export function signalScore(detector: DetectorDeclaration, kind: string): { type: Type; run: Run } | undefined {
  if (!Object.hasOwn(detector.kinds, kind)) return undefined;
  const { id } = detector;
  const unknown = new Unknown(`signals.${id}`);
  const missing = new Missing(`signals.${id}.scores.${kind}`);
  return {
    type: double,
    run: (e) => {
      const signal = e.signals.get(id);
      if (signal === undefined) return e.miss(missing);
      if (signal.state === "unknown" || signal.state === "pending") return unknown;
      // A detector names the kinds that it saw; the others are as good as not there.
      return signal.scores?.[kind] ?? 0;
    },
  };
}

/** Names of what `signals.<detector>` has. */
export const signalFields = (detector: DetectorDeclaration) => [
  "found",
  "score",
  "state",
  ...(Object.keys(detector.kinds).length > 0 ? ["scores"] : []),
  ...Object.keys(detector.values),
];
