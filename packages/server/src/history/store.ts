/** SQL over what the market is remembered by. The fragments refer to `ok`, the events that are written. */

import { comparableWrites } from "./store/comparables.ts";
import { paceWrites } from "./store/pace.ts";
import { printWrites } from "./store/prints.ts";

export const writeFragments = [comparableWrites, printWrites, paceWrites].join(",\n");
