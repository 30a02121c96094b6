import { Markdown } from '#app/_components/markdown/markdown.tsx';
import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';

const render = (source: string): string => renderToStaticMarkup(<Markdown source={source} />);

test('code blocks are coloured with the classes of the editor', () => {
  expect(render('```js\nconst a = 1;\n```')).toContain('<span class="tok-keyword">const</span>');
});

test('a code block in no known language stays text', () => {
  expect(render('```text\nconst a\n```')).toContain('const a');
});

test('code and tables can be scrolled by keyboard', () => {
  expect(render('```text\na\n```')).toContain('<pre tabindex="0">');
  expect(render('| a |\n| - |\n| b |')).toContain('<table tabindex="0">');
});

test.for([
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[a](javascript:alert(1))',
  '<iframe src="https://example.test"></iframe>',
  '```js\n</code><script>alert(1)</script>\n```',
  '<a href="java\nscript:alert(1)">x</a>',
])('script in markdown never runs: %s', (source) => {
  const html = render(source);
  expect(html).not.toMatch(/<script|<iframe|onerror|href="javascript/i);
});
