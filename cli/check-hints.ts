// Hints lead to the answer and do not hand it over.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Proof } from './check-proof.ts';

const FEWEST_HINTS = 3;
/** So many words and signs in a row are no coincidence. */
const SHARED_TOKENS = 12;

export function checkHints({ exercise, folder }: Proof): string[] {
  const { hints, solution } = exercise;
  const few =
    hints.length < FEWEST_HINTS
      ? [
          `hints.md: expected at least ${FEWEST_HINTS} hints, separated by lines of ---; found ${hints.length}`,
        ]
      : [];
  const text = readFileSync(path.join(folder, 'hints.md'), 'utf8');
  const copied = hints.flatMap((hint) =>
    Object.entries(solution).flatMap(([file, source]) => {
      const shared = sharedRun(hint, source);
      if (shared === null) return [];
      const line = text.slice(0, text.indexOf(hint)).split('\n').length + shared.line;
      return [
        `hints.md:${line}: shares ${SHARED_TOKENS} words and signs in a row with solution/${file}: ${shared.text}`,
      ];
    }),
  );
  return [...few, ...copied.slice(0, 1)];
}

type Token = { text: string; index: number };

function tokensIn(text: string): Token[] {
  const found = text.matchAll(/[\p{L}\p{N}_$]+|[^\s\p{L}\p{N}_$]/gu);
  return Array.from(found, (match) => ({ text: match[0], index: match.index }));
}

/** The first run of tokens that both have; `line` counts from the first of the hint, which is 0. */
export function sharedRun(hint: string, source: string): { text: string; line: number } | null {
  const runs = new Set(runsOf(tokensIn(source)).map(({ text }) => text));
  const found = runsOf(tokensIn(hint)).find(({ text }) => runs.has(text));
  if (found === undefined) return null;
  return { text: found.text, line: hint.slice(0, found.index).split('\n').length - 1 };
}

function runsOf(tokens: Token[]): Token[] {
  return tokens.slice(0, Math.max(0, tokens.length - SHARED_TOKENS + 1)).map(({ index }, at) => ({
    text: tokens
      .slice(at, at + SHARED_TOKENS)
      .map(({ text }) => text)
      .join(' '),
    index,
  }));
}
