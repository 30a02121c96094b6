// `test.each`: rows out of a table, and a name for each row.
// https://jestjs.io/docs/api#testeachtablename-fn-timeout · https://vitest.dev/api/#test-each
import { printRow } from './print-row.ts';

export type Row = { args: unknown[]; fields: { [column: string]: unknown } | undefined };

type Table = readonly unknown[] | TemplateStringsArray;

/** An array of rows, or a tagged template whose first line names the columns. */
export function rowsOf(table: Table, values: unknown[]): Row[] {
  return 'raw' in table ? templateRows(table, values) : table.map(toRow);
}

function toRow(row: unknown): Row {
  const isRecord = typeof row === 'object' && row !== null && !Array.isArray(row);
  return {
    args: Array.isArray(row) ? row : [row],
    fields: isRecord ? (row as { [column: string]: unknown }) : undefined,
  };
}

function templateRows(texts: TemplateStringsArray, values: unknown[]): Row[] {
  const columns = (texts[0] ?? '')
    .split('|')
    .map((column) => column.trim())
    .filter((column) => column !== '');
  if (columns.length === 0 || values.length % columns.length !== 0) {
    throw new Error(
      `each: the table has ${values.length} values for ${columns.length} columns; expected whole rows`,
    );
  }
  return Array.from({ length: values.length / columns.length }, (_, index) => {
    const cells = values.slice(index * columns.length, (index + 1) * columns.length);
    const fields = Object.fromEntries(columns.map((column, place) => [column, cells[place]]));
    return { args: [fields], fields };
  });
}

/** Fills `%s`, `%i`, `%#` … and `$column` of a name. */
export function nameOfRow(template: string, { args, fields }: Row, index: number): string {
  const rest = [...args];
  const printed = template.replaceAll(/%([sdifjoOp#$%])/g, (whole, letter: string) => {
    if (letter === '%') return '%';
    if (letter === '#') return String(index);
    if (letter === '$') return String(index + 1);
    return rest.length === 0 ? whole : printRow(letter, rest.shift());
  });
  if (fields === undefined) return printed;
  return printed.replaceAll(/\$([A-Za-z_$][\w$]*(?:\.[\w$]+)*)/g, (whole, path: string) => {
    const keys = path.split('.');
    return (keys[0] ?? '') in fields ? printRow('s', valueAt(fields, keys)) : whole;
  });
}

function valueAt(fields: unknown, keys: string[]): unknown {
  return keys.reduce<unknown>(
    (value, key) => (value as { [key: string]: unknown } | undefined)?.[key],
    fields,
  );
}
