// `console.table`: one row for each item, one column for each key that any of them has.
// https://console.spec.whatwg.org/#table
import {
  append,
  getOwnPropertyDescriptor,
  isArray,
  isReally,
  list,
  mapForEach,
  mapGet,
  mapSet,
  mapSize,
  ownKeys,
  RealMap,
  RealString,
  record,
  setForEach,
  setSize,
  stringRepeat,
  type List,
} from '../virtual-clock/primordials.ts';
import { inspect } from './inspect.ts';

/** Cells by column; a column is there from the first row on that has it. */
type Table = { columns: List<string>; rows: List<Map<string, string>> };

const ITERATION = '(iteration index)';
const INDEX = '(index)';
const KEY = 'Key';
const VALUES = 'Values';

/** @returns undefined for what makes no table: a primitive. */
export function formatTable(data: unknown, properties: unknown): string | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const table: Table = record({ columns: list<string>(), rows: list<Map<string, string>>() });
  if (isReally(mapSize, data)) fillFromMap(table, data as Map<unknown, unknown>);
  else if (isReally(setSize, data)) fillFromSet(table, data as Set<unknown>);
  else fillFromObject(table, data, isArray(properties) ? properties : undefined);
  return draw(table);
}

function fillFromMap(table: Table, data: Map<unknown, unknown>): void {
  addColumns(table, [ITERATION, KEY, VALUES]);
  mapForEach(data, (value, key) => {
    const row = addRow(table, ITERATION, RealString(table.rows.length));
    mapSet(row, KEY, cell(key));
    mapSet(row, VALUES, cell(value));
  });
}

function fillFromSet(table: Table, data: Set<unknown>): void {
  addColumns(table, [ITERATION, VALUES]);
  setForEach(data, (value) =>
    mapSet(addRow(table, ITERATION, RealString(table.rows.length)), VALUES, cell(value)),
  );
}

function fillFromObject(table: Table, data: object, properties: unknown[] | undefined): void {
  addColumns(table, [INDEX]);
  for (let index = 0; index < (properties?.length ?? 0); index += 1)
    addColumn(table, `${properties?.[index] as string}`);
  let hasValues = false;
  forEachEntry(data, (key, item) => {
    const row = addRow(table, INDEX, key);
    if (typeof item !== 'function' && (typeof item !== 'object' || item === null)) {
      hasValues = true;
      mapSet(row, VALUES, cell(item));
      return;
    }
    forEachEntry(item, (column, value) => {
      if (properties === undefined) addColumn(table, column);
      mapSet(row, column, cell(value));
    });
  });
  if (hasValues) append(table.columns, VALUES);
}

/** Visits what `Object.keys` would, without running a getter. */
function forEachEntry(target: object, visit: (key: string, value: unknown) => void): void {
  const keys = ownKeys(target);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] as string | symbol;
    if (typeof key === 'symbol') continue;
    const descriptor = getOwnPropertyDescriptor(target, key);
    if (descriptor?.enumerable === true) visit(key, descriptor.value);
  }
}

function addRow(table: Table, column: string, index: string): Map<string, string> {
  const row = append(table.rows, new RealMap<string, string>());
  mapSet(row, column, index);
  return row;
}

function addColumns(table: Table, names: string[]): void {
  for (let index = 0; index < names.length; index += 1) append(table.columns, names[index] as string);
}

function addColumn({ columns }: Table, name: string): void {
  for (let index = 0; index < columns.length; index += 1) if (columns[index] === name) return;
  append(columns, name);
}

/** An object in a cell shows its own properties, unless it has many. */
function cell(value: unknown): string {
  const isLarge = typeof value === 'object' && value !== null && !isArray(value) && ownKeys(value).length > 2;
  return inspect(value, isLarge ? -1 : 0);
}

function draw({ columns, rows }: Table): string {
  const widths: List<number> = list();
  for (let index = 0; index < columns.length; index += 1)
    append(widths, widthOf(columns[index] as string, rows));
  let text = `${line(widths, '┌', '┬', '┐')}\n${drawRow(columns, widths)}\n${line(widths, '├', '┼', '┤')}\n`;
  for (let index = 0; index < rows.length; index += 1) {
    const cells: List<string> = list();
    for (let column = 0; column < columns.length; column += 1)
      append(cells, mapGet(rows[index] as Map<string, string>, columns[column] as string) ?? '');
    text += `${drawRow(cells, widths)}\n`;
  }
  return text + line(widths, '└', '┴', '┘');
}

function widthOf(column: string, rows: List<Map<string, string>>): number {
  let width = textWidth(column);
  for (let index = 0; index < rows.length; index += 1) {
    const text = mapGet(rows[index] as Map<string, string>, column) ?? '';
    if (textWidth(text) > width) width = textWidth(text);
  }
  return width + 2;
}

/** Columns on a terminal: wide characters of East Asia take two. https://www.unicode.org/reports/tr11/ */
function textWidth(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) {
    const character = text[index] as string;
    const isWide =
      (character >= '\u1100' && character <= '\u115f') ||
      (character >= '\u2e80' && character <= '\ua4cf') ||
      (character >= '\uac00' && character <= '\ud7a3') ||
      (character >= '\uf900' && character <= '\ufaff') ||
      (character >= '\uff00' && character <= '\uff60');
    width += isWide ? 2 : 1;
  }
  return width;
}

function line(widths: List<number>, start: string, between: string, end: string): string {
  let text = start;
  for (let index = 0; index < widths.length; index += 1)
    text += (index === 0 ? '' : between) + stringRepeat('─', widths[index] as number);
  return text + end;
}

function drawRow(cells: List<string>, widths: List<number>): string {
  let text = '│';
  for (let index = 0; index < cells.length; index += 1) {
    const content = cells[index] as string;
    const padding = stringRepeat(' ', (widths[index] as number) - textWidth(content) - 1);
    text += ` ${content}${padding}│`;
  }
  return text;
}
