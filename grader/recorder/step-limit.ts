/** Steps that a trace keeps: more than anybody steps through. */
export const STEP_LIMIT = 2000;
