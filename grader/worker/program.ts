// A submission made ready for the isolate: checked, erased, instrumented, its imports resolved among its own files. Runs in
// the child: the eraser and the parser meet the student's text here.
import path from 'node:path';
import { instrument, makeKey, untouched, type Instrumented } from '../recorder/instrument.ts';
import type { Files, Finding, NotAwaited, SourcePosition } from '../recording/types.ts';
import { transpile } from './transpile.ts';

export type Program = {
  /** Path of the file whose exports are the solution. */
  entry: string;
  files: Map<string, Instrumented>;
  /** Positions by site number, those of all files. */
  sites: SourcePosition[];
  /** What is called at each site. */
  labels: string[];
  /** Part of every inserted text; '' when nothing was inserted. */
  key: string;
  isInstrumented: boolean;
  /** Whether its run can be stepped through. */
  hasSteps: boolean;
  /** Whether the text shows no sign of reaching for what runs share. */
  keepsToItself: boolean;
  toOriginal(position: SourcePosition): SourcePosition;
  whyNotAwaited(at: SourcePosition): NotAwaited | undefined;
};

export type Prepared = { ok: true; program: Program } | { ok: false; finding: Finding; isPoisoned: boolean };

export function prepareProgram(
  files: Files,
  { instruments = true, steps = false }: { instruments?: boolean; steps?: boolean } = {},
): Prepared {
  const paths = Object.keys(files);
  const entry = paths.find((name) => ENTRY.test(name)) ?? paths[0] ?? 'solution.js';
  const key = makeKey(Object.values(files).join('\n'));
  const made = new Map<string, Instrumented>();
  const sites: SourcePosition[] = [];
  const labels: string[] = [];
  for (const [name, source] of Object.entries(files)) {
    const transpiled = transpile(name, source);
    if (!transpiled.ok) return transpiled;
    const { code } = transpiled;
    const file = instruments
      ? instrument(name, code, { key, firstSite: sites.length, steps })
      : untouched(code);
    sites.push(...file.sites);
    labels.push(...file.labels);
    made.set(name, file);
  }
  const isInstrumented = [...made.values()].some((file) => file.hooksSpecifier !== '');
  return {
    ok: true,
    program: {
      entry,
      files: made,
      sites,
      labels,
      key: isInstrumented ? key : '',
      isInstrumented,
      hasSteps: [...made.values()].some((file) => file.hasSteps),
      keepsToItself: Object.values(files).every(keepsToItself),
      toOriginal: (position) => made.get(position.file)?.toOriginal(position) ?? position,
      whyNotAwaited: (at) => made.get(at.file)?.whyNotAwaited(at),
    },
  };
}

const ENTRY = /^solution\.[jt]s$/;

/**
 * @returns the file that `specifier` names in `importer`, `null` when the submission has none, or when it is the importer. The extension may be left
 * out, and a TypeScript file may be named by that of the JavaScript it stands for.
 */
export function resolveImport(program: Program, importer: string, specifier: string): string | null {
  if (!/^\.{1,2}\//.test(specifier)) return null;
  const target = path.posix.join(path.posix.dirname(importer), specifier);
  const candidates = [target, `${target}.js`, `${target}.ts`, target.replace(/\.js$/, '.ts')];
  return candidates.find((candidate) => program.files.has(candidate) && candidate !== importer) ?? null;
}

/** Words by which a program reaches for what all of a realm shares. An escape could spell any of them. */
const REACHING =
  /\b(?:global|globalThis|env|argv|getPrototypeOf|prototype|__proto__|__define[GS]etter__|definePropert(?:y|ies)|setPrototypeOf|Reflect|Proxy|eval|Function|constructor|import)\b|\\[ux]|\b(?:Object|Array|Promise|Math|JSON|Date|Error|Symbol|Number|String|console|process|performance|Map|Set)\s*(?:\.\s*\w+|\[[^\]]*\])\s*(?:=(?!=)|\+\+|--|[-+*/%&|^?]{1,3}=)/;

/**
 * A cautious look at the text, not a proof. It decides what is cheaper, not what is right: a run in a world that another
 * run has used is repeated in a fresh one before a failure is told (grader/worker/grade-job.ts).
 */
function keepsToItself(source: string): boolean {
  const body = source.replaceAll(/^\s*(?:import|export)\s[^;'"]*from\s*['"][^'"]*['"]/gm, '');
  return !REACHING.test(body);
}
