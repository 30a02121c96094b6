// What the guides point to is there: files, headings, scripts, commands. And each decision has a number of its own.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const under = (folder: string): string[] =>
  readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => path.join(folder, name));

const guides = ['README.md', 'CONTRIBUTING.md', ...under('docs')];

function matchesOf(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}

/** As the anchors of a page are made from its headings. */
function anchorsOf(file: string): string[] {
  return matchesOf(read(file), /^#+ (.*)$/gm).map((heading) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\- ]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function leadsSomewhere(guide: string, link: string): boolean {
  const [file = '', anchor] = link.split('#');
  const target = file === '' ? guide : path.join(path.dirname(guide), file);
  if (!existsSync(path.join(root, target))) return false;
  return anchor === undefined || anchorsOf(target).includes(anchor);
}

test.each(guides)('every link of %s leads somewhere', (guide) => {
  // A path from the root is an address on the site, in an example of a lesson.
  const links = matchesOf(read(guide), /\]\(([^)\s]+)\)/g).filter((link) => !/^(?:https?:|\/)/.test(link));
  expect(links.filter((link) => !leadsSomewhere(guide, link))).toEqual([]);
});

test('a link that leads nowhere is noticed', () => {
  expect(leadsSomewhere('README.md', 'docs/none.md')).toBe(false);
  expect(leadsSomewhere('README.md', 'docs/reports.md#none')).toBe(false);
  expect(leadsSomewhere('docs/json-output.md', 'reports.md#chrome-trace-events')).toBe(true);
});

test.each(guides)('every script and every command that %s names is there', (guide) => {
  const text = read(guide);
  const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts);
  const commands = matchesOf(read('cli/main.ts'), /\.command\('(\w+)/g);
  expect(commands).toContain('grade');
  expect(matchesOf(text, /npm run ([\w:-]+)/g).filter((name) => !scripts.includes(name))).toEqual([]);
  expect(matchesOf(text, /npx --no interleave (\w+)/g).filter((name) => !commands.includes(name))).toEqual(
    [],
  );
});

test('each decision has a number of its own, which its heading repeats', () => {
  const files = readdirSync(path.join(root, 'docs/decisions'));
  const numbers = files.map((file) => file.slice(0, 3));
  expect(new Set(numbers).size).toBe(files.length);
  for (const file of files)
    expect(read(`docs/decisions/${file}`)).toMatch(new RegExp(`^# ${file.slice(0, 3)}[ :]`));
});
