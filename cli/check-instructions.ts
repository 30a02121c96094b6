// Instructions name what the tests rely on, so that nobody has to guess a name, a unit or the text of an error.
import { referenceOf, type Proof } from './check-proof.ts';
import { eraseTypes, parseCode, type Code } from './code.ts';
import { errorsIn, inputWords, isTold } from './names-in-expectations.ts';
import { receivedNames, usesNetwork } from './names-in-scenarios.ts';
import { exportsOf, type Needed } from './names-in-solution.ts';

export function checkInstructions({ exercise }: Proof): string[] {
  const { instructions, scenarios, expectations, solution, starter } = exercise;
  const [file, source] = referenceOf(solution);
  const [starterFile, starterSource] = referenceOf(starter);
  const tests = read('scenarios.ts', scenarios);
  const judged = read('expectations.ts', expectations);
  const answer = read(file, source);
  if (tests === null || judged === null || answer === null) return [];
  const begun = read(starterFile, starterSource);
  const exported = exportsOf(answer, { starter: begun, used: scenarios });
  const inSolution = missingOf(exported, instructions).map((needed) => say(needed, `solution/${file}`));
  const received = [...receivedNames(tests), ...usesNetwork(tests)];
  const inScenarios = missingOf(received, instructions).map((needed) => say(needed, 'scenarios.ts'));
  const known = { inputs: inputWords(tests), instructions };
  const errors = errorsIn(judged).filter(({ pieces }) => !pieces.every((piece) => isTold(piece, known)));
  return [
    ...inSolution,
    ...inScenarios,
    ...errors.map(({ text, line }) =>
      say({ name: text, line, is: 'an error that is expected' }, 'expectations.ts'),
    ),
    ...checkUnits(exported, instructions).map((needed) => say(needed, `solution/${file}`)),
  ];
}

/** Null for what does not parse: the grading says so. */
function read(file: string, source: string): Code | null {
  try {
    return parseCode(eraseTypes(file, source));
  } catch {
    return null;
  }
}

function say({ name, line, is }: Needed, file: string): string {
  return `exercise.md: does not name \`${name}\`, ${is} (${file}:${line})`;
}

function missingOf(needed: Needed[], instructions: string): Needed[] {
  const seen = new Set<string>();
  return needed.filter(({ name }) => {
    if (seen.has(name) || isNamed(instructions, name)) return false;
    seen.add(name);
    return true;
  });
}

/** As a word of its own, be it in code or in a sentence. */
function isNamed(instructions: string, name: string): boolean {
  const escaped = name.replaceAll('$', String.raw`\$`);
  return new RegExp(`(?<![\\w$])${escaped}(?![\\w$])`).test(instructions);
}

/** A parameter called `limitMs` is in milliseconds, which the instructions say. */
function checkUnits(exported: Needed[], instructions: string): Needed[] {
  if (/\bms\b|\bmilliseconds?\b/.test(instructions)) return [];
  const inMs = exported.find(({ name }) => name.endsWith('Ms'));
  return inMs === undefined ? [] : [{ ...inMs, name: 'ms', is: `the unit of \`${inMs.name}\`` }];
}
