/** Every evaluation, one line each, in the order of the report. */
import type { Evaluation } from "../evaluation.ts";
import { evaluation as allTogether } from "./all_together.ts";
import { evaluation as barcodesZxing } from "./barcodes_zxing.ts";
import { evaluation as clothingPhotos } from "./clothing_photos.ts";
import { evaluation as corruptImages } from "./corrupt_images.ts";
import { evaluation as craigslistBatches } from "./craigslist_batches.ts";
import { evaluation as craigslistCategories } from "./craigslist_categories.ts";
import { evaluation as craigslistContacts } from "./craigslist_contacts.ts";
import { evaluation as craigslistDuplicates } from "./craigslist_duplicates.ts";
import { evaluation as craigslistEdits } from "./craigslist_edits.ts";
import { evaluation as craigslistPrices } from "./craigslist_prices.ts";
import { evaluation as darknetVsEbay } from "./darknet_vs_ebay.ts";
import { evaluation as davidson } from "./davidson.ts";
import { evaluation as deceptiveOpinion } from "./deceptive_opinion_ott.ts";
import { evaluation as disguisedContacts } from "./disguised_contacts.ts";
import { evaluation as exifSamples } from "./exif_samples.ts";
import { evaluation as hatecheckEn } from "./hatecheck_en.ts";
import { evaluation as hatecheckMultilingual } from "./hatecheck_multilingual.ts";
import { evaluation as mlma } from "./mlma_fr_en_ar.ts";
import { evaluation as nearDupImages } from "./near_dup_images.ts";
import { evaluation as nudityBenign } from "./nudity_benign.ts";
import { evaluation as ocrImages } from "./ocr_images.ts";
import { evaluation as olid } from "./olid.ts";
import { evaluation as openaiModeration } from "./openai_moderation.ts";
import { evaluation as pdqReference } from "./pdq_reference.ts";
import { evaluation as phoneHardNegatives } from "./phone_hard_negatives.ts";
import { evaluation as phonesInRealAds } from "./phones_in_real_ads.ts";
import { evaluation as phonesLibphonenumber } from "./phones_libphonenumber.ts";
import { evaluation as presidio } from "./presidio_recognizer_tests.ts";
import { evaluation as pricesLeboncoinCars } from "./prices_leboncoin_cars.ts";
import { evaluation as pricesUsedDevices } from "./prices_used_devices.ts";
import { evaluation as productMatching } from "./product_matching.ts";
import { evaluation as scunthorpe } from "./scunthorpe_derived.ts";
import { evaluation as shillBidding } from "./shill_bidding.ts";
import { evaluation as smsSmishing } from "./sms_smishing.ts";
import { evaluation as stdnumVectors } from "./stdnum_vectors.ts";
import { evaluation as surgeProfanity } from "./surge_profanity.ts";
import { evaluation as vintedAppReviews } from "./vinted_app_reviews_fr.ts";
import { evaluation as youtubeSpam } from "./youtube_spam.ts";

export const evaluations: readonly Evaluation[] = [
  allTogether,
  disguisedContacts,
  phonesInRealAds,
  phonesLibphonenumber,
  phoneHardNegatives,
  craigslistContacts,
  presidio,
  stdnumVectors,
  clothingPhotos,
  corruptImages,
  barcodesZxing,
  ocrImages,
  exifSamples,
  nudityBenign,
  craigslistPrices,
  craigslistEdits,
  craigslistDuplicates,
  craigslistCategories,
  craigslistBatches,
  shillBidding,
  productMatching,
  nearDupImages,
  pdqReference,
  pricesLeboncoinCars,
  pricesUsedDevices,
  hatecheckEn,
  hatecheckMultilingual,
  mlma,
  davidson,
  olid,
  openaiModeration,
  surgeProfanity,
  scunthorpe,
  darknetVsEbay,
  deceptiveOpinion,
  smsSmishing,
  vintedAppReviews,
  youtubeSpam,
];
