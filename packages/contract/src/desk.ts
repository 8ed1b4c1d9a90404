/** What the console is answered: views over several tables, made for one screen each. */
import { z } from "zod";
import { actionStatusSchema } from "./action.ts";
import { caseSchema, labelSchema, noteSchema } from "./case.ts";
import { decisionSchema, outcomeSchema, statementSchema } from "./decision.ts";
import { detectorDeclarationSchema } from "./detector.ts";
import { playbookSchema } from "./playbook.ts";
import { reasonCodeSchema } from "./policy.ts";
import { caseQualitySchema } from "./quality.ts";
import { appealViewSchema, reportViewSchema } from "./report.ts";
import { picturesShownSchema } from "./sensitive.ts";
import { subjectRefSchema } from "./subject.ts";

export const roles = ["moderator", "lead", "policy_manager", "analyst", "admin", "auditor"] as const;
export const roleSchema = z.enum(roles);
export type Role = (typeof roles)[number];

export const userSchema = z
  .object({
    id: z.string(),
    email: z.string(),
    name: z.string(),
    roles: z.array(roleSchema),
    language: z.enum(["en", "fr"]),
    disabled: z.boolean(),
    /** Whether a code of an authenticator app is asked for at log-in. */
    second_factor: z.boolean(),
    created_at: z.string(),
  })
  .meta({ id: "User" });
export type User = z.infer<typeof userSchema>;

/** Who is logged in, where, and what they may do (`case.resolve`, `policy.read` …). */
export const meSchema = z
  .object({
    user: userSchema,
    marketplace: z.object({
      id: z.string(),
      name: z.string(),
      mode: z.string(),
      /** How pictures are shown here, until a person chooses otherwise for themselves. */
      pictures: picturesShownSchema,
    }),
    permissions: z.array(z.string()),
    /** True until a password is set after a one-time link. */
    must_set_password: z.boolean(),
    /** True where the marketplace demands one and there is none: until it is set, nothing else may be done. */
    must_set_second_factor: z.boolean(),
  })
  .meta({ id: "Me" });
export type Me = z.infer<typeof meSchema>;

/** How a queue is worked. */
export const queueSettingsSchema = z
  .strictObject({
    paused: z.boolean().describe("nothing is handed out"),
    due_minutes: z.int().min(1).max(525_600).nullable().describe("a case is due so long after it was opened"),
    people: z.array(z.string().max(100)).max(500).describe("ids of who works it; none: everybody"),
    restricted: z.boolean().describe("seen only by those people and whoever holds case.restricted"),
    overflow_at: z.int().min(1).max(1_000_000).nullable().describe("above so many open cases …"),
    overflow_to: z
      .string()
      .max(80)
      .nullable()
      .describe("… people of this queue are given its cases once theirs is empty"),
    guidelines: z.string().max(20_000).describe("how to judge, shown beside each case; Markdown"),
    skills: z.array(z.string().max(40)).max(20).default([]).describe("that whoever works it must have, all of them"),
    hand_out: z.enum(["pull", "round_robin"]).default("pull").describe("taken by whoever comes, or dealt out in turn"),
    certify_accuracy: z
      .number()
      .min(0)
      .max(1)
      .nullable()
      .default(null)
      .describe("share of golden cases of the last 90 days that must be right to work it"),
    certify_n: z.int().min(1).max(1000).default(10).describe("… of so many at least"),
  })
  .meta({ id: "QueueSettings" });
export type QueueSettings = z.infer<typeof queueSettingsSchema>;

export const queueForecastSchema = z
  .object({
    open: z.int(),
    days: z.int().describe("whole days that it is computed from; 0: too little is known"),
    past: z.array(z.object({ hour: z.string(), arrived: z.int(), handled: z.int() })),
    next: z.array(z.object({ hour: z.string(), arrived: z.number(), handled: z.number(), backlog: z.number() })),
  })
  .meta({ id: "QueueForecast" });
export type QueueForecast = z.infer<typeof queueForecastSchema>;

export const queueSchema = z
  .object({
    id: z.string(),
    settings: queueSettingsSchema,
    open: z.int(),
    claimed: z.int(),
    oldest_opened_at: z.string().optional(),
    overdue: z.int(),
    resolved_24h: z.int(),
  })
  .meta({ id: "Queue" });
export type Queue = z.infer<typeof queueSchema>;

const state = z.record(z.string(), z.unknown());

/** A picture as moderators see it: a re-encoded copy through Assay, never the seller's URL. */
export const pictureViewSchema = z.object({
  /** Path on this server; absent when the picture could not be had. */
  src: z.string().optional(),
  content: z.string().optional(),
  width: z.int().optional(),
  height: z.int().optional(),
  problem: z.string().optional(),
  /** What was read in it, and where each part stands: `box` is x, y, width, height as fractions of the picture. */
  read: z
    .object({
      text: z.string(),
      parts: z.array(
        z.object({
          start: z.int(),
          end: z.int(),
          box: z.tuple([z.number(), z.number(), z.number(), z.number()]),
        }),
      ),
    })
    .optional(),
  pending: z.boolean(),
});
export type PictureView = z.infer<typeof pictureViewSchema>;

/** A case in a list, with its first picture where that was asked for. */
export const caseRowSchema = caseSchema.extend({ picture: pictureViewSchema.optional() }).meta({ id: "CaseRow" });
export type CaseRow = z.infer<typeof caseRowSchema>;

export const subjectViewSchema = z
  .object({
    subject: subjectRefSchema,
    owner: z.string(),
    data: state,
    pictures: z.array(pictureViewSchema),
    at: z.string(),
    first_at: z.string().describe("when it was first seen"),
    /** The last approved state before this one, and its pictures, when this is an edit. */
    approved: z
      .object({ data: state, at: z.string(), revision: z.int().optional(), pictures: z.array(pictureViewSchema) })
      .optional(),
    decisions: z.array(decisionSchema),
    /** Set where this is a private message that nothing points at: what it says is shown for a purpose. */
    sealed_conversation: z.string().optional(),
  })
  .meta({ id: "SubjectView" });
export type SubjectView = z.infer<typeof subjectViewSchema>;

/** An ad that is like the one of a case, shown beside it. */
export const twinSchema = z.object({
  view: subjectViewSchema,
  owner_name: z.string().optional(),
  /** The case that waits for it, if any: it can be decided together. */
  case: caseSchema.optional(),
});
export type Twin = z.infer<typeof twinSchema>;

/** One thing in an account's life, for the line on the review screen. */
export const lifeItemSchema = z.object({
  at: z.string(),
  event_id: z.string(),
  type: z.string(),
  subject: subjectRefSchema,
  title: z.string(),
  outcome: outcomeSchema.optional(),
});
export type LifeItem = z.infer<typeof lifeItemSchema>;

export const accountViewSchema = z
  .object({
    id: z.string(),
    known: z.boolean(),
    data: state,
    /** Fields of `data` that are masked for whoever asks. */
    masked: z.array(z.string()),
    created_at: z.string().optional(),
    age_days: z.number().optional(),
    counts: z.object({ listings: z.int(), live: z.int(), refused: z.int(), review: z.int(), messages: z.int() }),
    /** Risk as of now in [0, 1], and each reason's part in it, the heaviest first: an outcome or a detector's id. */
    risk: z.object({ score: z.number(), parts: z.array(z.object({ part: z.string(), weight: z.number() })) }),
    life: z.array(lifeItemSchema),
    open_cases: z.array(caseSchema),
    notes: z.array(noteSchema),
  })
  .meta({ id: "AccountView" });
export type AccountView = z.infer<typeof accountViewSchema>;

/** How a rule has done in the last 30 days, from what people said of its cases. */
export const ruleRecordSchema = z.object({
  rule: z.string(),
  policy: z.string(),
  fired: z.int(),
  upheld: z.int(),
  overturned: z.int(),
  /** Share upheld of those judged, with Wilson's 95 % interval; absent where none was. */
  precision: z.object({ value: z.number(), low: z.number(), high: z.number() }).optional(),
});
export type RuleRecord = z.infer<typeof ruleRecordSchema>;

/** A purpose for being shown what is masked. */
export const revealSchema = z
  .strictObject({
    what: z.enum(["account", "conversation"]),
    target: z.string().min(1).max(500).describe("the id of the account or the conversation"),
    purpose: z.string().trim().min(5).max(1000).describe("kept in the audit log"),
  })
  .meta({ id: "Reveal" });
export type Reveal = z.infer<typeof revealSchema>;
export const revealedSchema = z.object({ until: z.string() });

/** Everything that the review screen shows of one case. */
export const caseViewSchema = z
  .object({
    case: caseSchema,
    decision: decisionSchema,
    view: subjectViewSchema,
    account: accountViewSchema,
    /** Messages before this one, for a message case. */
    conversation: z.array(z.object({ id: z.string(), from: z.string(), at: z.string(), text: z.string() })),
    /** Set where the conversation is private and nothing points at it: it is opened for a purpose. */
    sealed_conversation: z.string().optional(),
    /** Ads that the decision says are like this one, the likest first. */
    twins: z.array(twinSchema),
    rules: z.array(ruleRecordSchema),
    notes: z.array(noteSchema),
    /** What people said of this decision's signals and outcome, newest first. */
    labels: z.array(labelSchema),
    /** Names of the accounts that write in the conversation. */
    names: z.record(z.string(), z.string()),
    /** How cases of this queue are judged. */
    guidelines: z.string(),
    /** The statement as it would read for each reason code, in the person's language. */
    statements: z.record(z.string(), statementSchema),
    /** What is contested, where the case is an appeal: all that wait on it. */
    appeals: z.array(appealViewSchema),
    /** What was reported of the subject, newest first. */
    reports: z.array(reportViewSchema),
    /** Ids of the next cases in the queue, for prefetching. */
    next: z.array(z.string()),
    /** Set when the revision shown is not the newest any more. */
    stale: z.boolean(),
    /** Of a case of the quality programme; that one is golden is told to leads only. */
    quality: caseQualitySchema.optional(),
  })
  .meta({ id: "CaseView" });
export type CaseView = z.infer<typeof caseViewSchema>;

export const resolvedSchema = z
  .object({ case: caseSchema, decision: decisionSchema, undo_until: z.string() })
  .meta({ id: "Resolved" });
export type Resolved = z.infer<typeof resolvedSchema>;

/** One row of the events-and-decisions search. */
export const eventRowSchema = z
  .object({
    event_id: z.string(),
    type: z.string(),
    time: z.string(),
    received_at: z.string(),
    subject: subjectRefSchema,
    owner: z.string(),
    title: z.string(),
    mode: z.string(),
    decision_id: z.string().optional(),
    outcome: outcomeSchema.optional(),
    visibility: z.string().optional(),
    reasons: z.array(z.string()),
    by: z.string().optional(),
    took_ms: z.number().optional(),
    cases: z.array(z.string()),
  })
  .meta({ id: "EventRow" });
export type EventRow = z.infer<typeof eventRowSchema>;

/** A page of any list: opaque cursor, `has_more`. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({ data: z.array(item), has_more: z.boolean(), next_cursor: z.string().optional() });

/** Where a picture, or one that shows the same photo, was used. */
export const pictureUseSchema = z
  .object({
    subject: subjectRefSchema,
    owner: z.string(),
    title: z.string(),
    at: z.string().describe("when that subject first used it"),
    similarity: z.number().describe("0 to 1; 1 for the same file"),
    how: z.string().describe("`same` file, or how it was recognised"),
    outcome: outcomeSchema.optional(),
    picture: pictureViewSchema,
  })
  .meta({ id: "PictureUse" });
export type PictureUse = z.infer<typeof pictureUseSchema>;

export const eventViewSchema = z
  .object({
    event: z.record(z.string(), z.unknown()),
    received_at: z.string(),
    /** Newest first. */
    decisions: z.array(decisionSchema),
    actions: z.array(actionStatusSchema),
    /** Set where this is a private message that nothing points at: what it says is shown for a purpose. */
    sealed_conversation: z.string().optional(),
    /** The account whose personal data is masked in it. */
    masked_account: z.string().optional(),
  })
  .meta({ id: "EventView" });
export type EventView = z.infer<typeof eventViewSchema>;

/** What is going on, for the first screen. Counts of the last 24 hours unless said otherwise. */
export const overviewSchema = z
  .object({
    events: z.int(),
    outcomes: z.record(z.string(), z.int()),
    /** Share of decisions taken without a person, 0 to 1. */
    automated: z.number(),
    took_ms: z.object({ p50: z.number(), p99: z.number() }),
    open_cases: z.int(),
    /** By hour, oldest first. */
    hours: z.array(z.object({ hour: z.string(), outcomes: z.record(z.string(), z.int()) })),
    reasons: z.array(z.object({ code: z.string(), n: z.int() })),
    actions: z.object({ pending: z.int(), delivered: z.int(), dead: z.int() }),
  })
  .meta({ id: "Overview" });
export type Overview = z.infer<typeof overviewSchema>;

/** Answer of the Try-it page: a decision that was not stored. */
export const tryAnswerSchema = z
  .object({
    decision: decisionSchema,
    statement: statementSchema.optional(),
    pictures: z.array(pictureViewSchema),
    reading: z.boolean().describe("pictures are still being read: ask again for what they show"),
  })
  .meta({ id: "TryAnswer" });
export type TryAnswer = z.infer<typeof tryAnswerSchema>;

/** What a replay found: `same`, or where the recomputed decision differs from the stored one. */
export const replaySchema = z
  .object({
    decision_id: z.string(),
    same: z.boolean(),
    differences: z.array(z.object({ path: z.string(), stored: z.unknown(), recomputed: z.unknown() })),
  })
  .meta({ id: "Replay" });
export type Replay = z.infer<typeof replaySchema>;

export const bankEntrySchema = z
  .object({
    id: z.string(),
    bank: z.string(),
    label: z.string(),
    hash: z.string(),
    added_by: z.string(),
    added_at: z.string(),
  })
  .meta({ id: "BankEntry" });
export type BankEntry = z.infer<typeof bankEntrySchema>;

/** What became of a bank's file: how many hashes were new, and the first lines that could not be read. */
export const bankImportSchema = z
  .object({
    read: z.int(),
    added: z.int(),
    bad: z.int(),
    bad_lines: z.array(z.object({ line: z.int(), problem: z.string() })).describe("the first twenty"),
  })
  .meta({ id: "BankImport" });
export type BankImport = z.infer<typeof bankImportSchema>;

/** Everything that rarely changes and that the console needs at once. */
export const catalogueSchema = z
  .object({
    detectors: z.array(detectorDeclarationSchema),
    reasons: z.array(reasonCodeSchema),
    policies: z.array(z.object({ stage: z.string(), version: z.int(), source: z.string(), rules: z.int() })),
    queues: z.array(z.string()),
    categories: z.array(z.string()),
    playbooks: z.array(playbookSchema),
  })
  .meta({ id: "Catalogue" });
export type Catalogue = z.infer<typeof catalogueSchema>;

/** A value that ties accounts together, and how many other accounts have it (counted up to 30, or 100 in an account's own list). */
export const sharedValueSchema = z.object({ kind: z.string(), value: z.string(), n: z.int() });

export const linkedAccountSchema = z.object({
  account: z.string(),
  name: z.string(),
  first_at: z.string().optional(),
  /** The last decision on the account itself is a refusal. */
  banned: z.boolean(),
  /** Refusals within 90 days of all that it sent, up to 10. */
  refusals: z.int(),
});

/** Whom an account belongs with: directly, and over others. */
export const accountLinksSchema = z
  .object({
    account: linkedAccountSchema,
    /** What it is known by itself. */
    identifiers: z.array(sharedValueSchema),
    /** Accounts that share something with it, likeliest first; those that a person joined or parted too. */
    shares: z.array(
      z.object({
        other: linkedAccountSchema,
        /** How likely the two are one person or gang, 0 to 1. */
        likelihood: z.number(),
        shared: z.array(sharedValueSchema),
        /** `none`: too little is shared; `joined`, `parted`: a person said so. */
        state: z.enum(["none", "found", "joined", "parted"]),
        by: z.string().optional(),
        note: z.string().optional(),
      }),
    ),
    /** The connected component that it stands in; absent when it is linked with nobody. */
    component: z
      .object({
        size: z.int(),
        truncated: z.boolean(),
        banned: z.int(),
        /** Links to the nearest banned account; absent when there is none. */
        distance_to_banned: z.int().optional(),
        /** The nearest 60 members, and the links among them. */
        members: z.array(linkedAccountSchema.extend({ distance: z.int() })),
        links: z.array(
          z.object({
            a: z.string(),
            b: z.string(),
            weight: z.number(),
            shared: z.array(z.string()),
            state: z.string(),
          }),
        ),
      })
      .optional(),
  })
  .meta({ id: "AccountLinks" });
export type AccountLinks = z.infer<typeof accountLinksSchema>;

const figure = z.number().nullable().optional();
const named = z.object({ name: z.string(), value: z.number().nullable() }).optional();

/** What `npm run evals` wrote of its last run: a section a data set, a row a task. A figure that is not defined is null. */
export const measuredSchema = z
  .object({
    date: z.string(),
    commit: z.string(),
    missing: z.array(z.string()),
    sections: z.array(
      z.object({
        set: z.string(),
        title: z.string(),
        source: z.string(),
        rows: z.array(
          z.object({
            task: z.string(),
            n: z.int(),
            precision: figure,
            recall: figure,
            f1: figure,
            auc: figure,
            other: named,
            /** Honest texts hit, per 1,000. */
            benign: figure,
            bar: z.object({ of: z.string(), value: z.number() }).optional(),
            met: z.boolean().optional(),
            floor: named,
            peer: named,
            note: z.string().optional(),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "Measured" });
export type Measured = z.infer<typeof measuredSchema>;
