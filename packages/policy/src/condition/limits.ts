/**
 * What a condition may cost. The first group is checked when a policy is loaded and is a mistake; the second bounds the
 * evaluation, and running into it makes the condition unknown, so that nobody passes by making a text long.
 */
export const limits = {
  /** UTF-16 code units of a policy file, and of one condition. */
  policyLength: 1_000_000,
  conditionLength: 10_000,
  /** Operators, names and literals of one condition, and how deep they nest (chains of `&&` and `||` count once). */
  nodes: 3_000,
  depth: 64,
  /** Elements of a list or map written out in a condition; longer ones belong in a named list. */
  literalElements: 500,
  /** Elements up to which a list written out counts as short: macros over short lists may nest. */
  shortList: 16,
  /** Code units of a pattern, and instructions of its compiled program. */
  patternLength: 500,
  patternProgram: 500,

  /**
   * Steps of one evaluation, and of all conditions of one decision together. A macro's turn is one; a function takes one for
   * every 32 to 64 characters that it reads, a look-up by elements one for every 16; `matches` one for every eight characters
   * times instructions. Measured on inputs made to be slow, a step takes at most 2 µs, on ordinary ones under 0.1 µs.
   */
  steps: 100_000,
  decisionSteps: 400_000,
  /** Code units of a text that a condition builds, and elements of a list that it builds. */
  textLength: 200_000,
  listLength: 10_000,
  /** Code units of what is searched for in a text. */
  needleLength: 1_000,
} as const;
