import type { ReactElement } from 'react';
import rehypeSanitize from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { colourCode } from './colour-code.ts';
import { focusWhatScrolls } from './focus-what-scrolls.ts';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeSanitize)
  // After the sanitizer: these add nothing but spans with classes of our own around the same text, and tab stops.
  .use(colourCode)
  .use(focusWhatScrolls)
  .use(rehypeStringify);

/** Markdown as safe HTML, made on the server. Scripts, styles and raw HTML in it do not survive. */
export function Markdown({ source }: { source: string }): ReactElement {
  const html = processor.processSync(source).toString();
  // oxlint-disable-next-line react/no-danger -- sanitized above
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
