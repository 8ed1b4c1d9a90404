/** Every history value, one line each. */
import type { HistoryKey } from "@assay/contract";
import { accountLinks, identifiersOf } from "./account_links.ts";
import { accountProfile } from "./account_profile.ts";
import { accountTrail } from "./account_trail.ts";
import { approvedRevision } from "./approved_revision.ts";
import { categoryWords } from "./category_words.ts";
import { comparablePrices } from "./comparable_prices.ts";
import { conversationBefore } from "./conversation_before.ts";
import { knownPictures } from "./known_pictures.ts";
import { previousRevision } from "./previous_revision.ts";
import { reusedPictures } from "./reused_pictures.ts";
import { reviewPast } from "./review_past.ts";
import { linkedBatch, sellerBatch } from "./seller_batch.ts";
import { sellerVolume } from "./seller_volume.ts";
import { sellerWindow } from "./seller_window.ts";
import { senderTrail } from "./sender_trail.ts";
import { senderWindow } from "./sender_window.ts";
import { similarListings } from "./similar_listings.ts";
import type { HistoryValue } from "./value.ts";

export const history: { readonly [K in HistoryKey]: HistoryValue } = {
  account_profile: accountProfile,
  approved_revision: approvedRevision,
  previous_revision: previousRevision,
  comparable_prices: comparablePrices,
  similar_listings: similarListings,
  category_words: categoryWords,
  seller_batch: sellerBatch,
  linked_batch: linkedBatch,
  known_pictures: knownPictures,
  reused_pictures: reusedPictures,
  conversation_before: conversationBefore,
  seller_window: sellerWindow,
  sender_window: senderWindow,
  account_trail: accountTrail,
  account_links: accountLinks,
  sender_trail: senderTrail,
  seller_volume: sellerVolume,
  review_past: reviewPast,
};

export { comparableOf } from "./comparable_prices.ts";
export { foundBy, soughtColumns, spreadOf } from "./found_by.ts";
export { type ComparableRow, categories, comparableRow, putComparable, removeComparable } from "./store/comparables.ts";
export * from "./store/links.ts";
export * from "./store/picture_uses.ts";
export { printOutcome } from "./store/prints.ts";
export * from "./store/trail.ts";
export * from "./store.ts";
export { trailOf } from "./trail.ts";
export type { Fold, HistoryValue, MeasuredPictures, PastEvent } from "./value.ts";
export { identifiersOf };
