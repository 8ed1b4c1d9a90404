/** One line of input: an event that still has to be checked against the contract, or why there is none. */
export type InputLine = { line: number; body: unknown } | { line: number; mistake: string };
