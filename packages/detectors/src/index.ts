/** Every detector, one line each. Order is the order of signals in a decision. */
import type { Detector } from "./detector.ts";
import { imageFile } from "./image_file/image_file.ts";
import { imageKnown } from "./image_known/image_known.ts";
import { listingEdit } from "./listing_edit/listing_edit.ts";
import { priceOutlier } from "./price_outlier/price_outlier.ts";
import { textContactDetails } from "./text_contact_details/text_contact_details.ts";

export const detectors: readonly Detector[] = [priceOutlier, listingEdit, imageFile, imageKnown, textContactDetails];

export * from "./detector.ts";
