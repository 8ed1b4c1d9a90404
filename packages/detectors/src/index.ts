/** Every detector, one line each. Order is the order of signals in a decision. */

import { accountConsistency } from "./account_consistency/account_consistency.ts";
import { accountLinks } from "./account_links/account_links.ts";
import { accountTakeover } from "./account_takeover/account_takeover.ts";
import { accountTrader } from "./account_trader/account_trader.ts";
import type { Detector } from "./detector.ts";
import { imageClasses } from "./image_classes/image_classes.ts";
import { imageFile } from "./image_file/image_file.ts";
import { imageKnown } from "./image_known/image_known.ts";
import { imageMetadata } from "./image_metadata/image_metadata.ts";
import { imageNudity } from "./image_nudity/image_nudity.ts";
import { imageQuality } from "./image_quality/image_quality.ts";
import { imageReused } from "./image_reused/image_reused.ts";
import { imageText } from "./image_text/image_text.ts";
import { listingBurst } from "./listing_burst/listing_burst.ts";
import { listingConsistency } from "./listing_consistency/listing_consistency.ts";
import { listingDuplicate } from "./listing_duplicate/listing_duplicate.ts";
import { listingEdit } from "./listing_edit/listing_edit.ts";
import { messagePull } from "./message_pull/message_pull.ts";
import { messageSpam } from "./message_spam/message_spam.ts";
import { priceOutlier } from "./price_outlier/price_outlier.ts";
import { reviewAuthenticity } from "./review_authenticity/review_authenticity.ts";
import { textAbuse } from "./text_abuse/text_abuse.ts";
import { textContactDetails } from "./text_contact_details/text_contact_details.ts";
import { textCounterfeit } from "./text_counterfeit/text_counterfeit.ts";
import { textLanguage } from "./text_language/text_language.ts";
import { textLink } from "./text_link/text_link.ts";
import { textListed } from "./text_listed/text_listed.ts";
import { textModel } from "./text_model/text_model.ts";
import { textOffPlatformPayment } from "./text_off_platform_payment/text_off_platform_payment.ts";
import { textPersonalData } from "./text_personal_data/text_personal_data.ts";
import { textProhibitedItem } from "./text_prohibited_item/text_prohibited_item.ts";
import { textQuality } from "./text_quality/text_quality.ts";
import { textReviewed } from "./text_reviewed/text_reviewed.ts";
import { textScam } from "./text_scam/text_scam.ts";

export const detectors: readonly Detector[] = [
  textAbuse,
  accountTakeover,
  accountLinks,
  accountConsistency,
  accountTrader,
  priceOutlier,
  listingEdit,
  listingDuplicate,
  listingBurst,
  listingConsistency,
  imageFile,
  imageKnown,
  imageQuality,
  imageReused,
  imageText,
  imageMetadata,
  imageNudity,
  imageClasses,
  textContactDetails,
  reviewAuthenticity,
  textCounterfeit,
  textProhibitedItem,
  textScam,
  textOffPlatformPayment,
  textPersonalData,
  textLink,
  textListed,
  textLanguage,
  textQuality,
  textReviewed,
  textModel,
  messageSpam,
  messagePull,
];

export {
  type AccountIdentifier,
  accountIdentifiers,
  type IdentifierKind,
  identifierKinds,
  linkedFrom,
  normalIdentifier,
  strengths,
  togetherness,
} from "./account/identifiers.ts";
export { type SentTrait, sentTraitOf } from "./account/messages.ts";
export { halfLifeDays, outcomeWeights, type RiskMark, riskOf } from "./account/risk.ts";
export { type Trait, trailAccount, traitOf } from "./account/trail.ts";
export * from "./detector.ts";
export * from "./lists/index.ts";
export { textsOf } from "./text/index.ts";
export { languageOf } from "./text/language.ts";
