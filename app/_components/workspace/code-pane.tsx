import type { ReactElement } from 'react';
import { CodeEditor, type EditorHandle } from '../editor/code-editor.tsx';
import type { Problem } from '../editor/problems.ts';
import { ConflictBanner } from './conflict-banner.tsx';
import { statusOf } from './drafts/draft-state.ts';
import type { OpenDraft } from './drafts/use-drafts.ts';

type CodePaneProps = {
  onEditor: (editor: EditorHandle | null) => void;
  paths: string[];
  path: string;
  onPath: (path: string) => void;
  draft: OpenDraft;
  starter: string;
  problems: Problem[];
  pointedLine: number | null;
  onPoint: (line: number | null) => void;
};

const LANGUAGES: { [extension: string]: string } = { js: 'JavaScript', ts: 'TypeScript' };

/** The file: its language, reset, and the editor. */
export function CodePane({ onEditor, ...props }: CodePaneProps): ReactElement {
  const { paths, path, draft, starter } = props;
  const { state, keeper, isReady } = draft;
  const status = statusOf(state);
  return (
    <>
      <div className="flex min-h-9 shrink-0 items-center gap-2 border-b border-hairline px-3">
        <span className="truncate font-mono text-xs">{path}</span>
        {paths.length > 1 && (
          <select
            aria-label="Language"
            className="min-h-7 rounded-md border border-line bg-surface px-1 text-xs"
            value={path}
            onChange={(event) => props.onPath(event.target.value)}
          >
            {paths.map((each) => (
              <option key={each} value={each}>
                {LANGUAGES[each.split('.').at(-1) ?? ''] ?? each}
              </option>
            ))}
          </select>
        )}
        <button
          type="button"
          className="ml-auto min-h-7 cursor-pointer rounded-md px-2 text-xs text-muted hover:bg-raised disabled:opacity-50"
          disabled={!isReady || state.source === starter}
          title="Puts the starter code back. Undo brings yours again."
          onClick={() => keeper.replace(starter)}
        >
          Reset
        </button>
      </div>
      {status.kind === 'conflict' && (
        <ConflictBanner theirs={status.theirs.source} onDecide={(answer) => keeper.decide(answer)} />
      )}
      <div className="min-h-0 flex-1">
        <CodeEditor
          key={path}
          ref={onEditor}
          path={path}
          source={state.source}
          edition={state.edition}
          isReady={isReady}
          problems={props.problems}
          pointedLine={props.pointedLine}
          describedBy="leave-editor"
          onChange={keeper.type}
          onPoint={props.onPoint}
        />
      </div>
    </>
  );
}

const SYMBOLS = ['(', ')', '{', '}', '[', ']', ' => ', '`', ';', '.', 'await '];

/** Above a soft keyboard, which hides what code needs most. */
export function SymbolRow({ editor }: { editor: EditorHandle | null }): ReactElement {
  const insert = (text: string): void => editor?.insert(text);
  return (
    <div
      role="toolbar"
      aria-label="Symbols"
      className="flex shrink-0 overflow-x-auto border-t border-hairline bg-raised px-1 font-mono lg:hidden"
    >
      <SymbolButton label="⇥" name="Indent" onPress={() => insert('  ')} />
      {SYMBOLS.map((symbol) => (
        <SymbolButton
          key={symbol}
          label={symbol.trim()}
          name={symbol.trim()}
          onPress={() => insert(symbol)}
        />
      ))}
      <SymbolButton label="↶" name="Undo" onPress={() => editor?.undo()} />
      <SymbolButton label="↷" name="Redo" onPress={() => editor?.redo()} />
    </div>
  );
}

type SymbolButtonProps = { label: string; name: string; onPress: () => void };

function SymbolButton({ label, name, onPress }: SymbolButtonProps): ReactElement {
  return (
    <button
      type="button"
      aria-label={name}
      className="min-h-9 min-w-8 shrink-0 cursor-pointer px-2"
      // The editor keeps the focus, so the soft keyboard stays open.
      onPointerDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {label}
    </button>
  );
}
