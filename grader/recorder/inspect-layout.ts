// On one line, in columns, or one to a line: how Node's console sets out the entries of an object.
import {
  append,
  floor,
  join,
  list,
  regExpExec,
  stringIndexOf,
  stringRepeat,
  type List,
} from '../virtual-clock/primordials.ts';

export type Shape = { base: string; open: string; close: string; entries: List<string>; isList: boolean };
export type Place = { indentation: number; currentDepth: number };

const BREAK_LENGTH = 80;
const COMPACT_LEVELS = 3;
const { sqrt, min, max } = Math;

export function layOut(context: Place, shape: Shape, level: number): string {
  const { base, entries } = shape;
  if (entries.length === 0) {
    if (base !== '') return base;
    return `${shape.open}${shape.close}`;
  }
  const open = base === '' ? shape.open : `${base} ${shape.open}`;
  const grouped = shape.isList && entries.length > 6 ? groupItems(context, entries) : entries;
  if (context.currentDepth - level < COMPACT_LEVELS && grouped === entries) {
    const start = entries.length + context.indentation + shape.open.length + base.length + 10;
    if (fitsOnOneLine(entries, start, base)) {
      const joined = join(entries, ', ');
      if (stringIndexOf(joined, '\n') === -1) return `${open} ${joined} ${shape.close}`;
    }
  }
  const line = `\n${stringRepeat(' ', context.indentation)}`;
  return `${open}${line}  ${join(grouped, `,${line}  `)}${line}${shape.close}`;
}

function fitsOnOneLine(entries: List<string>, start: number, base: string): boolean {
  let total = entries.length + start;
  if (total + entries.length > BREAK_LENGTH) return false;
  for (let index = 0; index < entries.length; index += 1) {
    total += (entries[index] as string).length;
    if (total > BREAK_LENGTH) return false;
  }
  return base === '' || stringIndexOf(base, '\n') === -1;
}

/** Long lists of short items are set in columns, as in Node. */
function groupItems(context: Place, entries: List<string>): List<string> {
  let total = 0;
  let longest = 0;
  const hasMore = regExpExec(/^\.\.\. \d+ more item/, entries[entries.length - 1] as string) !== null;
  const count = hasMore ? entries.length - 1 : entries.length;
  for (let index = 0; index < count; index += 1) {
    const { length } = entries[index] as string;
    total += length + 2;
    if (length > longest) longest = length;
  }
  const widest = longest + 2;
  if (widest * 3 + context.indentation >= BREAK_LENGTH) return entries;
  if (!(total / widest > 5 || longest <= 6)) return entries;
  const columns = columnCount(total, widest, count, entries.length, context.indentation);
  if (columns <= 1) return entries;
  return setInColumns(entries, count, columns, hasMore);
}

function columnCount(total: number, widest: number, count: number, all: number, indentation: number): number {
  const averageBias = sqrt(widest - total / all);
  const biasedMaximum = max(widest - 3 - averageBias, 1);
  return min(
    floor(sqrt(2.5 * biasedMaximum * count) / biasedMaximum + 0.5),
    floor((BREAK_LENGTH - indentation) / widest),
    12,
    15,
  );
}

function setInColumns(entries: List<string>, count: number, columns: number, hasMore: boolean): List<string> {
  const widths: List<number> = list();
  for (let column = 0; column < columns; column += 1) {
    let width = 0;
    for (let index = column; index < count; index += columns)
      width = max(width, (entries[index] as string).length);
    append(widths, width + 2);
  }
  const padsStart = areNumbers(entries, count);
  const rows: List<string> = list();
  for (let start = 0; start < count; start += columns) {
    const end = min(start + columns, count);
    let row = '';
    for (let index = start; index < end; index += 1) {
      const isLast = index === end - 1;
      const text = (entries[index] as string) + (isLast ? '' : ', ');
      const width = (widths[index - start] as number) - (isLast && padsStart ? 2 : 0);
      const padding = stringRepeat(' ', max(width - text.length, 0));
      row += padsStart ? padding + text : isLast ? text : text + padding;
    }
    append(rows, row);
  }
  if (hasMore) append(rows, entries[entries.length - 1] as string);
  return rows;
}

function areNumbers(entries: List<string>, count: number): boolean {
  for (let index = 0; index < count; index += 1) {
    if (regExpExec(/^-?\d+(\.\d+)?n?$/, entries[index] as string) === null) return false;
  }
  return true;
}
