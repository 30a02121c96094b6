// What one step came to, as numbers: they cross from the guest to the host, and both take them from here.

/** What the loop did: nothing was left, one macrotask (or the tick queue) ran, or a limit of the clock was reached. */
export const Step = { Idle: 0, Ran: 1, TimerLimit: 2, VirtualTimeLimit: 3 } as const;
export type StepResult = (typeof Step)[keyof typeof Step];

/** Where a test stands, beside the loop's own results. */
export const Progress = { ...Step, Settled: 10, Uncaught: 11, Exited: 12, BusyWait: 13 } as const;
