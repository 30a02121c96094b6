// What the front matter of a lesson may say about simulated functions and the network: data, and nothing unknown.
import { z } from 'zod';

const latency = z.union([z.int().min(0), z.array(z.int().min(0)).min(1)], {
  error: 'expected whole virtual ms, or a list of them',
});
const flags = z.union([z.boolean(), z.array(z.boolean()).min(1)], {
  error: 'expected true, false, or a list of them',
});
const message = z.string().min(1);
const rejects = z.union(
  [message, z.array(message.nullable()).min(1), z.record(z.string().regex(/^\d+$/), message)],
  {
    error:
      'expected a message, a list of messages with null for "no", or messages by number of the call, from 0',
  },
);

const behaviour = z
  .strictObject({
    ms: latency.exactOptional(),
    value: z.json().exactOptional(),
    values: z.array(z.json()).min(1).exactOptional(),
    rejects: rejects.exactOptional(),
    hangs: flags.exactOptional(),
    abortable: z.boolean().exactOptional(),
    items: z.array(z.json()).exactOptional(),
    everyMs: latency.exactOptional(),
  })
  .superRefine((fields, context) => {
    for (const { field, reason } of misfits(fields)) {
      context.addIssue({ code: 'custom', path: field === '' ? [] : [field], message: reason });
    }
  });

type Misfit = { field: string; reason: string };

/** Fields that do not go together. */
function misfits(fields: { [field: string]: unknown }): Misfit[] {
  const has = (field: string): boolean => fields[field] !== undefined;
  if (has('items')) {
    return ['ms', 'value', 'values', 'hangs'].filter(has).map((field) => ({
      field,
      reason: 'does not go with "items"; "everyMs" is the latency of each pull',
    }));
  }
  if (has('everyMs')) return [{ field: 'everyMs', reason: 'goes with "items" only' }];
  if (has('value') && has('values')) return [{ field: 'values', reason: 'does not go with "value"' }];
  if (!has('ms') && fields['hangs'] !== true)
    return [{ field: '', reason: 'expected "ms", "items", or "hangs: true"' }];
  return [];
}

const functionName = z
  .string()
  .regex(/^[A-Za-z_$][\w$]*$/, 'expected the name of a function')
  .refine((name) => !(name in globalThis) && name !== 'work', 'is the name of a global already');

export const simulateSchema = z.record(functionName, behaviour);

const answer = z.strictObject({
  ms: latency.exactOptional(),
  bodyMs: latency.exactOptional(),
  status: z.int().min(200).max(599).exactOptional(),
  statusText: z.string().exactOptional(),
  headers: z.record(z.string(), z.string()).exactOptional(),
  json: z.json().exactOptional(),
  text: z.string().exactOptional(),
  rejects: message.exactOptional(),
  hangs: z.boolean().exactOptional(),
});

/** As the routes of `lab.fetch`, without functions. */
export const networkSchema = z.record(
  z
    .string()
    .regex(
      /^(?:[A-Z]+ )?(?:https?:\/\/\S+|\/\S*)$/,
      'expected a method and an address, such as "GET https://shop.test/users/1"',
    ),
  z.union([answer, z.array(answer).min(1)]),
);
