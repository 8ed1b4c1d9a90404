/** Figures of merit, as they are usually defined; `NaN` where they are not defined. */

export interface Outcome {
  /** What is true. */
  actual: boolean;
  /** What was said. */
  said: boolean;
}

export interface Confusion {
  n: number;
  precision: number;
  recall: number;
  f1: number;
  /** Share of what is not there that was hit. */
  falseRate: number;
  /** Mean of recall and of 1 − falseRate. */
  balancedAccuracy: number;
}

export function confusion(outcomes: readonly Outcome[]): Confusion {
  let tp = 0;
  let fp = 0;
  let fn = 0;
  let tn = 0;
  for (const { actual, said } of outcomes) {
    if (actual && said) tp += 1;
    else if (actual) fn += 1;
    else if (said) fp += 1;
    else tn += 1;
  }
  const recall = tp / (tp + fn);
  const falseRate = fp / (fp + tn);
  return {
    n: outcomes.length,
    precision: tp / (tp + fp),
    recall,
    f1: (2 * tp) / (2 * tp + fp + fn),
    falseRate,
    balancedAccuracy: (recall + 1 - falseRate) / 2,
  };
}

/** Mean F1 of the class and of its absence. */
export function macroF1(outcomes: readonly Outcome[]): number {
  const other = outcomes.map(({ actual, said }) => ({ actual: !actual, said: !said }));
  return (confusion(outcomes).f1 + confusion(other).f1) / 2;
}

export interface Scored {
  actual: boolean;
  score: number;
}

/** Area under the ROC curve: the chance that a positive scores above a negative, ties counting half. */
export function auc(scored: readonly Scored[]): number {
  const sorted = scored.toSorted((a, b) => a.score - b.score);
  let ranks = 0;
  let positives = 0;
  for (let i = 0; i < sorted.length; ) {
    let j = i;
    while (j < sorted.length && sorted[j]!.score === sorted[i]!.score) j += 1;
    for (let k = i; k < j; k++) {
      if (!sorted[k]!.actual) continue;
      ranks += (i + j + 1) / 2;
      positives += 1;
    }
    i = j;
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (sorted.length - positives));
}

/** Average precision (area under the precision-recall curve, by steps); ties are taken together. */
export function averagePrecision(scored: readonly Scored[]): number {
  const sorted = scored.toSorted((a, b) => b.score - a.score);
  const positives = sorted.filter((s) => s.actual).length;
  let found = 0;
  let sum = 0;
  for (let i = 0; i < sorted.length; ) {
    let j = i;
    let here = 0;
    while (j < sorted.length && sorted[j]!.score === sorted[i]!.score) {
      if (sorted[j]!.actual) here += 1;
      j += 1;
    }
    found += here;
    sum += (here * found) / j;
    i = j;
  }
  return sum / positives;
}

/** Share of texts that were hit, per 1,000. */
export function perThousand(hits: number, n: number): number {
  return (1000 * hits) / n;
}
