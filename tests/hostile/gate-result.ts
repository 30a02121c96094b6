/** What an item of the release gate found: figures for its table, and every miss. */
export type GateResult = { figures: string; misses: string[] };
