/** Every evaluation, one line each, in the order of the report. */
import type { Evaluation } from "../evaluation.ts";
import { evaluation as phonesInRealAds } from "./phones_in_real_ads.ts";

export const evaluations: readonly Evaluation[] = [phonesInRealAds];
