/** Reports: what people, authorities and holders of rights tell of a subject; and appeals: how a decision is contested. */
import { z } from "zod";
import { decisionSchema, outcomeSchema } from "./decision.ts";
import { type SubjectKind, subjectRefSchema } from "./subject.ts";

/**
 * Who tells: anybody (`notice`, Digital Services Act, article 16), an authority that orders (article 9), an authority or a maker that
 * warns of a product (General Product Safety Regulation, article 22), whoever holds a right.
 */
export const reportTypes = ["notice", "authority_order", "product_safety_alert", "rights_claim"] as const;
export type ReportType = (typeof reportTypes)[number];

interface ReportReason {
  /** Kinds of subject that it can be said of; none: all. */
  about: readonly SubjectKind[];
  /** Urgency of its case, 0 to 100. */
  priority: number;
  /** The queue that its case goes to, apart from `reports`. */
  queue?: string;
  /** The name and address of whoever reports may be left out (article 16(2)(c)). */
  anonymous?: true;
  title: { en: string; fr: string };
}

const ads = ["listing", "message", "question"] as const satisfies readonly SubjectKind[];
const people = ["account", "message", "question", "offer", "order", "review"] as const satisfies readonly SubjectKind[];
const deals = [
  "listing",
  "account",
  "message",
  "order",
  "rental",
  "trade_in",
] as const satisfies readonly SubjectKind[];

/** Why somebody reports. What is said in a chat and what happened at a meeting is among it. */
export const reportReasons = {
  child_abuse: {
    about: [],
    priority: 100,
    queue: "quarantine",
    anonymous: true,
    title: { en: "Sexual abuse or exploitation of a minor", fr: "Abus ou exploitation sexuels d’un mineur" },
  },
  threat_to_life: {
    about: [],
    priority: 100,
    queue: "quarantine",
    title: { en: "Somebody's life or safety is in danger", fr: "La vie ou la sécurité d’une personne est en danger" },
  },
  scam: { about: [], priority: 70, title: { en: "Scam or fraud", fr: "Arnaque ou fraude" } },
  off_platform_payment: {
    about: [...ads, "account"],
    priority: 60,
    title: { en: "Asks for payment outside the site", fr: "Demande un paiement en dehors du site" },
  },
  prohibited_item: {
    about: ads,
    priority: 60,
    title: {
      en: "May not be sold: weapon, drug, animal, document …",
      fr: "Interdit à la vente : arme, drogue, animal, document…",
    },
  },
  unsafe_product: {
    about: ads,
    priority: 65,
    queue: "product_safety",
    title: { en: "Dangerous or recalled product", fr: "Produit dangereux ou rappelé" },
  },
  counterfeit: { about: [...ads, "account"], priority: 55, title: { en: "Counterfeit", fr: "Contrefaçon" } },
  intellectual_property: {
    about: [],
    priority: 55,
    queue: "rightsholders",
    title: {
      en: "Infringes my trade mark, copyright or design",
      fr: "Porte atteinte à ma marque, mon droit d’auteur ou mon modèle",
    },
  },
  hate: { about: [], priority: 75, title: { en: "Hate or discrimination", fr: "Haine ou discrimination" } },
  harassment: {
    about: people,
    priority: 75,
    title: {
      en: "Harassment, insults or threats in a chat",
      fr: "Harcèlement, insultes ou menaces dans une conversation",
    },
  },
  behaviour: {
    about: people,
    priority: 60,
    title: { en: "Bad behaviour at a meeting", fr: "Mauvais comportement lors d’un rendez-vous" },
  },
  no_show: {
    about: ["account", "message", "order", "listing"],
    priority: 30,
    title: { en: "Did not come to the meeting", fr: "N’est pas venu au rendez-vous" },
  },
  not_as_described: {
    about: deals,
    priority: 45,
    title: { en: "The item is not as described", fr: "L’article ne correspond pas à la description" },
  },
  car_trouble: {
    about: deals,
    priority: 50,
    title: {
      en: "Trouble with a car: mileage, papers, defects kept back",
      fr: "Problème de véhicule : kilométrage, papiers, défauts cachés",
    },
  },
  sexual_content: {
    about: [],
    priority: 60,
    title: { en: "Nudity or sexual services", fr: "Nudité ou services sexuels" },
  },
  personal_data: {
    about: [],
    priority: 50,
    title: { en: "Shows somebody's personal data or picture", fr: "Montre les données ou l’image d’une personne" },
  },
  impersonation: {
    about: ["account", "listing", "message"],
    priority: 60,
    title: {
      en: "Pretends to be somebody else, or a hacked account",
      fr: "Se fait passer pour un autre, ou compte piraté",
    },
  },
  fake_review: { about: ["review"], priority: 35, title: { en: "Fake review", fr: "Faux avis" } },
  spam: { about: [], priority: 30, title: { en: "Spam or a repeated ad", fr: "Spam ou annonce répétée" } },
  wrong_category: {
    about: ["listing"],
    priority: 15,
    title: { en: "In the wrong category", fr: "Dans la mauvaise catégorie" },
  },
  other: { about: [], priority: 40, title: { en: "Something else", fr: "Autre chose" } },
} as const satisfies Record<string, ReportReason>;
export type ReportReasonCode = keyof typeof reportReasons;
export const reportReasonCodes = Object.keys(reportReasons) as ReportReasonCode[];
/** By any code; what is not known is `other`. */
export const reportReasonOf = (code: string | undefined): ReportReason & { code: ReportReasonCode } => {
  const known = code !== undefined && Object.hasOwn(reportReasons, code) ? (code as ReportReasonCode) : "other";
  return { code: known, ...reportReasons[known] };
};

/** Queue of reports that have none of their own. */
export const reportsQueue = "reports";
/** Where each type of report goes, whatever its reason. */
export const reportQueues: Partial<Record<ReportType, string>> = {
  authority_order: "authority_orders",
  product_safety_alert: "product_safety",
  rights_claim: "rightsholders",
};
/** The most special queue first: a case that several reports are joined in stands in the first of theirs. */
export const reportQueueRanks = ["quarantine", "authority_orders", "product_safety", "rightsholders", reportsQueue];

const picture = z.object({ src: z.string(), content: z.string() });

/** A report as the desk shows it. */
export const reportViewSchema = z
  .object({
    id: z.string(),
    type: z.enum(reportTypes),
    reason: z.string(),
    text: z.string(),
    url: z.string().optional(),
    /** An account's id, or a name for whoever used the public form. */
    by: z.string(),
    trusted: z.boolean(),
    /** Share of this reporter's earlier reports that were right, drawn towards a half while there are few; and how many there were. */
    reliability: z.number(),
    earlier: z.int(),
    received_at: z.string(),
    /** What an order or a claim names: authority, reference, law, right, deadline. */
    details: z.record(z.string(), z.string()),
    outcome: z.enum(["upheld", "rejected"]).optional(),
    reversed: z.boolean(),
  })
  .meta({ id: "ReportView" });
export type ReportView = z.infer<typeof reportViewSchema>;

export const appealOutcomes = ["upheld", "partly_upheld", "rejected"] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];
export const appealKinds = ["appeal", "complaint"] as const;
export type AppealKind = (typeof appealKinds)[number];

/** An appeal (of the person concerned) or a complaint (of a reporter) as the desk shows it. */
export const appealViewSchema = z
  .object({
    id: z.string(),
    kind: z.enum(appealKinds),
    text: z.string(),
    language: z.string(),
    files: z.array(picture),
    submitted_at: z.string(),
    /** The decision that is contested, and who took it: a name, or absent for a rule. */
    decision: decisionSchema,
    decided_by_name: z.string().optional(),
    outcome: z.enum(appealOutcomes).optional(),
    answer: z.string().optional(),
  })
  .meta({ id: "AppealView" });
export type AppealView = z.infer<typeof appealViewSchema>;

/** What a reporter is told. `contact` where they used the public form: the marketplace does not know them. */
export const reportDecidedSchema = z
  .object({
    report_id: z.string(),
    by: z.string(),
    contact: z.object({ name: z.string().optional(), email: z.string().optional() }).optional(),
    /** What was reported. */
    subject: subjectRefSchema,
    outcome: z.enum(["upheld", "rejected"]),
    /** It was turned around on appeal or complaint. */
    reversed: z.boolean(),
    decision_id: z.string(),
    event_id: z.string(),
    decision_outcome: outcomeSchema,
    language: z.string(),
    text: z.string(),
    /** Where it is read, and contested where it was rejected. */
    status_url: z.string().optional(),
  })
  .meta({ id: "ReportDecided" });
export type ReportDecided = z.infer<typeof reportDecidedSchema>;

/** What whoever contested is told. */
export const appealDecidedSchema = z
  .object({
    appeal_id: z.string(),
    kind: z.enum(appealKinds),
    by: z.string(),
    subject: subjectRefSchema,
    /** The decision that was contested, and the one that answers. */
    contested: z.string(),
    decision_id: z.string(),
    event_id: z.string(),
    outcome: z.enum(appealOutcomes),
    language: z.string(),
    text: z.string(),
    status_url: z.string().optional(),
  })
  .meta({ id: "AppealDecided" });
export type AppealDecided = z.infer<typeof appealDecidedSchema>;
