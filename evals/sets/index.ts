/** Every evaluation, one line each, in the order of the report. */
import type { Evaluation } from "../evaluation.ts";
import { evaluation as corruptImages } from "./corrupt_images.ts";
import { evaluation as craigslistPrices } from "./craigslist_prices.ts";
import { evaluation as nearDupImages } from "./near_dup_images.ts";
import { evaluation as pdqReference } from "./pdq_reference.ts";
import { evaluation as phonesInRealAds } from "./phones_in_real_ads.ts";
import { evaluation as pricesLeboncoinCars } from "./prices_leboncoin_cars.ts";
import { evaluation as pricesUsedDevices } from "./prices_used_devices.ts";

export const evaluations: readonly Evaluation[] = [
  phonesInRealAds,
  corruptImages,
  craigslistPrices,
  nearDupImages,
  pdqReference,
  pricesLeboncoinCars,
  pricesUsedDevices,
];
