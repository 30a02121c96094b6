// What `check` prints for people.
import { styleText } from 'node:util';
import { stringify } from 'yaml';
import type { CheckedExercise } from './check-exercise.ts';

export function renderChecked(exercises: CheckedExercise[]): string {
  const lines = exercises.flatMap((exercise) => [headOf(exercise), ...indented(exercise.problems)]);
  const wrong = exercises.filter((exercise) => !exercise.ok).length;
  const summary =
    wrong === 0 ? allProven(exercises.length) : `${wrong} of ${exercises.length} exercises have problems`;
  return [...lines, '', summary, ''].join('\n');
}

function headOf({ id, ok, tests, mistakes, sealed }: CheckedExercise): string {
  const counts = `${tests} tests, ${mistakes} mistakes${sealed === false ? ', open' : ''}`;
  return `${mark(ok)} ${id}  ${styleText('dim', counts)}`;
}

function mark(ok: boolean): string {
  return ok ? styleText('green', '✓') : styleText('red', '✗');
}

function indented(problems: string[]): string[] {
  return problems.map((problem) => `    ${problem}`);
}

const columns = ['exercise', 'tests', 'mistakes', 'alternatives', 'mutants', 'caught'];

/** One row for each exercise, then what is wrong, and the survivors without a reason as survivors.yaml wants them. */
export function renderMutants(exercises: CheckedExercise[]): string {
  const rows = exercises.map(({ id, tests, mistakes, alternatives = 0, mutants }) =>
    [id, tests, mistakes, alternatives, mutants?.total ?? 0, mutants?.caught ?? 0].map(String),
  );
  const widths = columns.map((column, index) =>
    Math.max(column.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: string[]): string =>
    cells
      .map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0)))
      .join('  ');
  const table = rows.map((row, index) => `${mark(exercises[index]?.ok === true)} ${line(row)}`);
  const wrong = exercises.filter(({ ok }) => !ok);
  return [
    `  ${styleText('dim', line(columns))}`,
    ...table,
    ...wrong.flatMap(explain),
    '',
    summaryOf(exercises),
    '',
  ].join('\n');
}

function explain({ id, problems, mutants }: CheckedExercise): string[] {
  const open = (mutants?.survivors ?? []).filter(({ reason }) => reason === null);
  const entries = open.map(({ what, line }) => ({ what, line, reason: '' }));
  const yaml = stringify(entries, {
    lineWidth: 0,
    defaultStringType: 'QUOTE_SINGLE',
    defaultKeyType: 'PLAIN',
  });
  const template =
    entries.length === 0 ? [] : ['', `exercises/${id}/survivors.yaml, if there is a reason:`, yaml.trimEnd()];
  return ['', id, ...indented(problems), ...template];
}

function summaryOf(exercises: CheckedExercise[]): string {
  const all = exercises.flatMap(({ mutants }) => (mutants === undefined ? [] : [mutants]));
  const total = all.reduce((sum, { total: count }) => sum + count, 0);
  const survivors = all.flatMap(({ survivors: some }) => some);
  const open = survivors.filter(({ reason }) => reason === null).length;
  return `${total - survivors.length} of ${total} mutants caught; ${survivors.length - open} survive with a reason, ${open} without`;
}

function allProven(count: number): string {
  return count === 1 ? 'the exercise is proven' : `all ${count} exercises are proven`;
}
