/** Where things stand on the broker. A marketplace's id is one token of a subject: it holds no dot, star, angle or space. */

/** Events come in under `assay.events.MARKETPLACE` and anything below it. */
export const eventStream = { name: "ASSAY_EVENTS", subjects: ["assay.events.>"] } as const;
/** Decisions and actions go out. */
export const answerStream = { name: "ASSAY_ANSWERS", subjects: ["assay.decisions.>", "assay.actions.>"] } as const;
/** What could not be decided, as it came, with the problem in its headers. */
export const deadStream = { name: "ASSAY_DEAD", subjects: ["assay.dead.>"] } as const;

export const decisionSubject = (marketplace: string) => `assay.decisions.${marketplace}`;
export const actionSubject = (marketplace: string) => `assay.actions.${marketplace}`;
export const deadSubject = (marketplace: string) => `assay.dead.${marketplace}`;

/** `assay.events.MARKETPLACE[.…]` */
export const marketplaceOfSubject = (subject: string): string => subject.split(".")[2] ?? "";
