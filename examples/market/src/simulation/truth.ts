/** What the simulation knows and Assay does not: which events are honest, and what the others are up to. */

export const scams = [
  "account_takeover",
  "edit_after_approval",
  "too_good_to_be_true",
  "one_among_many",
  "off_platform_payment",
  "counterfeit",
  "prohibited",
  "abuse",
  "contact_details",
  "fake_review",
  "reposted_ad",
  "linked_accounts",
  "undeclared_trader",
  "message_spam",
  "phishing",
] as const;
export type Scam = (typeof scams)[number];

export type Truth =
  /** `like` names the scam that an honest event could be mistaken for. */
  | { honest: true; like?: Scam }
  /**
   * `harm` is what must be caught; `cover` and `setup` belong to the scam but do no harm alone (the ordinary ads around
   * the fraud, the log-in before it). `campaign` groups one attempt; `attempt` counts from 1 and rises with each refusal.
   */
  | { honest: false; scam: Scam; role: "harm" | "cover" | "setup"; campaign: string; attempt: number };

export const honest: Truth = { honest: true };

export const lookAlike = (like: Scam): Truth => ({ honest: true, like });
