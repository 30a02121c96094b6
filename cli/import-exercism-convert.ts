// An Exercism exercise as the files of one of ours. Pure.
import { stringify } from 'yaml';
import { convertHints, convertInstructions } from './import-exercism-markdown.ts';
import { convertCode, runSkippedTests } from './import-exercism-code.ts';
import type { ExercismExercise, ExercismFile } from './import-exercism-read.ts';

/** By path in the exercise's folder. @throws UsageError for code that needs what is not available here. */
export function convertExercise(exercise: ExercismExercise): { [file: string]: string } {
  const { slug, stub, example, spec, helpers, hints, license } = exercise;
  const own = baseName(stub.name);
  const code = ({ name, source }: ExercismFile): string => convertCode({ slug, name, source, own });
  return {
    'exercise.md': `---\n${stringify(frontMatter(exercise))}---\n\n${instructionsOf(exercise)}`,
    ...(hints === undefined ? {} : { 'hints.md': convertHints(hints) }),
    ...(license === undefined ? {} : { LICENSE: license }),
    [`starter/solution${extension(stub)}`]: code(stub),
    [`solution/solution${extension(stub)}`]: code(example),
    [`spec/${spec.name}`]: runSkippedTests(code(spec)),
    ...Object.fromEntries(helpers.map((helper) => [`spec/${helper.name}`, code(helper)])),
  };
}

function frontMatter({ slug, blurb, authors, track, license }: ExercismExercise): object {
  return {
    id: slug,
    language: 'javascript',
    title: track.name ?? titleOf(slug),
    description: shorten(blurb === '' ? titleOf(slug) : blurb, 300),
    level: levelOf(track.difficulty ?? 1),
    duration: 30,
    order: 1000,
    topics: track.topics.length === 0 ? ['exercism'] : track.topics,
    kind: 'open',
    source: {
      name: 'Exercism, JavaScript track',
      url: `https://exercism.org/tracks/javascript/exercises/${slug}`,
      license: licenseName(license),
      authors: [...new Set(authors)],
    },
  };
}

function instructionsOf({ instructions, blurb }: ExercismExercise): string {
  const text = convertInstructions(instructions);
  return `${text === '' ? blurb : text}\n`;
}

/** Exercism counts from 1 to 10. */
function levelOf(difficulty: number): string {
  if (difficulty <= 3) return 'introductory';
  return difficulty <= 6 ? 'intermediate' : 'advanced';
}

function titleOf(slug: string): string {
  const words = slug.split('-').join(' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `MIT (© 2021 Exercism)`, as far as the licence says so. */
function licenseName(license: string | undefined): string {
  const name = /^MIT License/m.test(license ?? '') ? 'MIT' : 'see LICENSE';
  const [, holder] = /^Copyright (?:\(c\) )?(.+)$/m.exec(license ?? '') ?? [];
  return license === undefined ? 'unknown' : holder === undefined ? name : `${name} (© ${holder.trim()})`;
}

function shorten(text: string, limit: number): string {
  return text.length <= limit ? text : `${text.slice(0, limit - 1)}…`;
}

function baseName(name: string): string {
  return name.replace(/^.*\//, '').replace(/\.[^.]+$/, '');
}

function extension({ name }: ExercismFile): string {
  return name.endsWith('.ts') ? '.ts' : '.js';
}
