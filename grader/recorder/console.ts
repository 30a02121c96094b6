// `console` with Node's formatting, virtual timers, and a cap on what is kept.
import {
  append,
  defineMethods,
  installGlobal,
  list,
  mapDelete,
  mapGet,
  mapSet,
  RealMap,
  record,
  stringIndexOf,
  stringRepeat,
  stringSlice,
  type List,
} from '../virtual-clock/primordials.ts';
import { onRestart } from '../virtual-clock/restart.ts';
import { formatTable } from './console-table.ts';
import { formatLog } from './format-log.ts';
import { inspect } from './inspect.ts';

export type OutputLimits = { lineLimit: number; lineLength: number; characterLimit: number };

export type Output = {
  write(level: string, text: string): void;
};

/** What the output limit dropped. */
export type Dropped = { lines: number; characters: number };

/** Passes on what fits, counts what does not. */
export function boundOutput(output: Output, limits: OutputLimits): { output: Output; dropped: Dropped } {
  const dropped: Dropped = record({ lines: 0, characters: 0 });
  let lines = 0;
  let characters = 0;
  onRestart(() => {
    lines = characters = dropped.lines = dropped.characters = 0;
  });
  return {
    dropped,
    output: record({
      write(level: string, text: string): void {
        if (lines >= limits.lineLimit || characters >= limits.characterLimit) {
          dropped.lines += 1;
          dropped.characters += text.length;
          return;
        }
        const kept = text.length > limits.lineLength ? `${stringSlice(text, 0, limits.lineLength)}…` : text;
        dropped.characters += text.length > limits.lineLength ? text.length - limits.lineLength : 0;
        lines += 1;
        characters += kept.length;
        output.write(level, kept);
      },
    }),
  };
}

export function installConsole(nowMs: () => number, output: Output): void {
  let timers = new RealMap<string, number>();
  let counts = new RealMap<string, number>();
  let indentation = '';
  onRestart(() => {
    timers = new RealMap();
    counts = new RealMap();
    indentation = '';
  });

  function print(level: string, text: string): void {
    if (indentation !== '' && stringIndexOf(text, '\n') !== -1)
      output.write(level, indentLines(text, indentation));
    else output.write(level, indentation + text);
  }
  const write = (level: string, args: unknown[]): void => print(level, formatLog(toList(args)));
  const elapsed = (label: string): string => `${label}: ${nowMs() - (mapGet(timers, label) ?? 0)}ms`;

  const console = {};
  defineMethods(console, {
    log: (...args: unknown[]) => write('log', args),
    info: (...args: unknown[]) => write('info', args),
    debug: (...args: unknown[]) => write('debug', args),
    warn: (...args: unknown[]) => write('warn', args),
    error: (...args: unknown[]) => write('error', args),
    dir: (value: unknown, options?: { depth?: number | null }) =>
      print('log', inspect(value, options?.depth === null ? Infinity : options?.depth)),
    table: (data: unknown, columns?: unknown) =>
      print('log', formatTable(data, columns) ?? formatLog(toList([data]))),
    trace: (...args: unknown[]) =>
      print('error', `Trace${args.length > 0 ? `: ${formatLog(toList(args))}` : ''}`),
    assert: (condition: unknown, ...args: unknown[]) => {
      if (condition) return;
      print('error', args.length === 0 ? 'Assertion failed' : `Assertion failed: ${formatLog(toList(args))}`);
    },
    group: (...args: unknown[]) => {
      if (args.length > 0) write('log', args);
      indentation += stringRepeat(' ', 2);
    },
    groupEnd: () => {
      indentation = stringSlice(indentation, 2);
    },
    count: (label = 'default') => {
      const count = (mapGet(counts, `${label}`) ?? 0) + 1;
      mapSet(counts, `${label}`, count);
      print('log', `${label}: ${count}`);
    },
    countReset: (label = 'default') => {
      mapDelete(counts, `${label}`);
    },
    time: (label = 'default') => {
      if (mapGet(timers, `${label}`) === undefined) mapSet(timers, `${label}`, nowMs());
      else print('warn', `Warning: Label '${label}' already exists for console.time()`);
    },
    timeLog: (label = 'default', ...args: unknown[]) => {
      const more = args.length === 0 ? '' : ` ${formatLog(toList(args))}`;
      if (mapGet(timers, `${label}`) !== undefined) print('log', elapsed(`${label}`) + more);
      else print('warn', `Warning: No such label '${label}' for console.timeLog()`);
    },
    timeEnd: (label = 'default') => {
      if (mapGet(timers, `${label}`) !== undefined) print('log', elapsed(`${label}`));
      else print('warn', `Warning: No such label '${label}' for console.timeEnd()`);
      mapDelete(timers, `${label}`);
    },
  });
  defineMethods(console, { groupCollapsed: (console as { group: unknown }).group });
  installGlobal('console', console);
}

function toList(args: unknown[]): List<unknown> {
  const items: List<unknown> = list();
  for (let index = 0; index < args.length; index += 1) append(items, args[index]);
  return items;
}

function indentLines(text: string, indentation: string): string {
  let indented = indentation;
  for (let index = 0; index < text.length; index += 1) {
    indented += text[index] === '\n' ? `\n${indentation}` : (text[index] as string);
  }
  return indented;
}
