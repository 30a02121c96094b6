// survivors.yaml: the mutants of a reference that no test can tell from it, and why.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';

export type Listed = { what: string; line: number; reason: string };

export const SURVIVORS = 'survivors.yaml';

const listSchema = z.array(
  z.strictObject({ what: z.string().min(1), line: z.int().min(1), reason: z.string().trim().min(1) }),
);

/** What is wrong with the file is told with its line. */
export function readSurvivors(folder: string): { listed: Listed[]; problems: string[] } {
  const file = path.join(folder, SURVIVORS);
  if (!existsSync(file)) return { listed: [], problems: [] };
  const lines = new LineCounter();
  const document = parseDocument(readFileSync(file, 'utf8'), { lineCounter: lines });
  const [broken] = document.errors;
  if (broken !== undefined) {
    const [first = ''] = broken.message.split('\n');
    return { listed: [], problems: [`${SURVIVORS}: ${first}`] };
  }
  const parsed = listSchema.safeParse(document.toJS() ?? []);
  if (parsed.success) return { listed: parsed.data, problems: [] };
  const problems = parsed.error.issues.map(({ path: where, message }) => {
    const node = document.getIn(where.slice(0, 1), true) as { range?: [number, number, number] } | undefined;
    const line = lines.linePos(node?.range?.[0] ?? 0).line;
    const field = where.slice(1).join('.');
    return `${SURVIVORS}: line ${line}: ${field === '' ? '' : `field "${field}": `}${message}`;
  });
  return { listed: [], problems };
}
