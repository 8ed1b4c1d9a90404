/**
 * How much likelier a series is with a change of its source at one point than without: Bayes factors, in natural logarithms, in closed
 * form. Bayesian change-point detection after Adams & MacKay (2007), with one common point over many short series.
 */

/** Concentrations that are averaged over: from people who always do the same to people who never do. */
const concentrations = [0.2, 1, 5, 25] as const;

/** Log of Γ(x), x > 0: Lanczos' approximation, g = 7. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const coefficients = [
    676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059, 12.507343278686905,
    -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
  ];
  let sum = 0.99999999999980993;
  for (const [i, c] of coefficients.entries()) sum += c / (x + i);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** Log probability of the tokens under a Chinese restaurant process. */
function logTokens(tokens: readonly string[], concentration: number): number {
  const counts = new Map<string, number>();
  for (const token of tokens) counts.set(token, (counts.get(token) ?? 0) + 1);
  let log = counts.size * Math.log(concentration) + logGamma(concentration) - logGamma(concentration + tokens.length);
  for (const count of counts.values()) log += logGamma(count);
  return log;
}

/** Tokens (devices, places, categories): the log Bayes factor of a change between the two parts; 0 where either is empty. */
export function tokensChanged(before: readonly string[], after: readonly string[]): number {
  if (before.length === 0 || after.length === 0) return 0;
  // Which concentration a person has does not change with the person behind the account: it is the same on both sides.
  const split = concentrations.map((c) => logTokens(before, c) + logTokens(after, c));
  const whole = concentrations.map((c) => logTokens([...before, ...after], c));
  return logSum(split) - logSum(whole);
}

/**
 * Numbers (log prices, ratings, figures of style): the same, for normal distributions of unknown mean and variance.
 * @param spread the usual standard deviation within one person, which is worth two observations
 */
export function numbersChanged(before: readonly number[], after: readonly number[], spread: number): number {
  if (before.length === 0 || after.length === 0) return 0;
  const all = [...before, ...after];
  const centre = all.reduce((sum, value) => sum + value, 0) / all.length;
  return logNumbers(before, centre, spread) + logNumbers(after, centre, spread) - logNumbers(all, centre, spread);
}

/** Log marginal likelihood under a normal-gamma prior (Murphy 2007, eq. 95), centred loosely. */
function logNumbers(values: readonly number[], centre: number, spread: number): number {
  const [kappa, alpha] = [0.1, 1.5];
  const beta = alpha * spread * spread;
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  const alphaN = alpha + n / 2;
  const betaN = beta + squares / 2 + (kappa * n * (mean - centre) ** 2) / (2 * (kappa + n));
  return (
    logGamma(alphaN) -
    logGamma(alpha) +
    alpha * Math.log(beta) -
    alphaN * Math.log(betaN) +
    0.5 * Math.log(kappa / (kappa + n)) -
    (n / 2) * Math.log(2 * Math.PI)
  );
}

function logSum(logs: readonly number[]): number {
  const most = Math.max(...logs);
  return most + Math.log(logs.reduce((sum, log) => sum + Math.exp(log - most), 0));
}
