import path from 'node:path';
import { expect, test } from 'vitest';
import { parseSettings } from '#app/_config/settings.ts';
import { contentRoots, describeRefused, describeSync } from '#server/supervisor/sync.ts';

const root = path.resolve(import.meta.dirname, '../../../..');
const roots = (INTERLEAVE_CONTENT?: string): string[] =>
  contentRoots(root, parseSettings({ INTERLEAVE_CONTENT }));
const own = path.join(root, 'exercises');
const further = path.join(root, 'tests/fixtures/content');

test('our own folder comes first; relative ones begin at the installation, and none is read twice', () => {
  expect(roots()).toEqual([own]);
  expect(roots(`${further}:tests/fixtures/races:`)).toEqual([
    own,
    further,
    path.join(root, 'tests/fixtures/races'),
  ]);
  expect(roots(`exercises:${further}:${further}`)).toEqual([own, further]);
});

test('a folder that is not there stops the start, for all that it held would be retired', () => {
  expect(() => roots(`${further}:/no/such/folder`)).toThrow(
    `The content folder /no/such/folder does not exist; INTERLEAVE_CONTENT is "${further}:/no/such/folder".`,
  );
});

test('what happened in one line, and what was refused with its reasons', () => {
  const nothing = { added: [], updated: [], unchanged: [], retired: [], restored: [], broken: [] };
  expect(describeSync({ ...nothing, unchanged: ['a', 'b'] })).toBe('2 in place');
  expect(describeRefused(nothing)).toBe('');
  const broken = [{ id: 'd', kind: 'lesson' as const, folder: '/x/d', problems: ['one', 'two'] }];
  const report = { ...nothing, added: ['a'], updated: ['b', 'c'], retired: ['e'], broken };
  expect(describeSync(report)).toBe('3 in place (1 added, 2 updated, 1 retired), 1 refused');
  expect(describeRefused(report)).toBe('Refused: the lesson in /x/d\n  one\n  two');
});
