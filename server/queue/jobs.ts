// What travels through the queue: the names of the tasks, their payloads and their order.
import { z } from 'zod';

/** Graphile Worker's task names. */
export const GRADE_ATTEMPT = 'grade_attempt';
export const FILL_DEMO = 'fill_demo';
export const DELETE_OLD_RUNS = 'delete_old_runs';

export const attemptRefSchema = z.object({ kind: z.enum(['run', 'submission']), id: z.uuid() });

/** Says which row is meant: a run or a submission, by its id. The job's key is the id. */
export type AttemptRef = z.infer<typeof attemptRefSchema>;

/** Lower comes first: somebody waits in front of a run; a submission may take a moment longer. */
export const PRIORITY = { run: 0, submission: 10, demo: 20 } as const;

/** An attempt that was begun this often and never finished is ours to answer for: it ends as a grader fault. */
export const MAXIMUM_GRADINGS = 2;
