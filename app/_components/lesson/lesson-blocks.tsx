import type { ReactElement } from 'react';
import type { StudentLesson } from '#app/_data/lessons.ts';
import { tokenize } from '../editor/code-tokens.ts';
import { Markdown } from '../markdown/markdown.tsx';
import { SnippetView } from './snippet-view.tsx';
import { snippetSummary } from './snippet-summary.ts';

/** The text of a lesson, and its snippets between. */
export function LessonBlocks({ blocks }: Pick<StudentLesson, 'blocks'>): ReactElement {
  return (
    <div className="grid grid-cols-1 gap-6">
      {blocks.map((block, index) =>
        block.kind === 'text' ? (
          <div key={index} className="max-w-[70ch]">
            <Markdown source={block.markdown} />
          </div>
        ) : (
          <SnippetView
            key={block.name}
            name={block.name}
            lines={tokenize(block.source.trimEnd(), block.file)}
            summary={snippetSummary(block)}
            recording={block.recording}
            {...(block.error === undefined ? {} : { error: block.error })}
          />
        ),
      )}
    </div>
  );
}
