'use client';
import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useRef,
  useState,
  type ReactNode,
  type Ref,
  type RefObject,
} from 'react';
import type { Editor } from './make-editor.ts';
import type { Problem } from './problems.ts';

export type EditorHandle = Pick<Editor, 'jumpTo' | 'insert' | 'undo' | 'redo' | 'focus'>;

export type CodeEditorProps = {
  ref?: Ref<EditorHandle>;
  path: string;
  source: string;
  /** Raised when `source` was changed by anything but typing here. */
  edition: number;
  /** False until it is known what to edit; the text can be read meanwhile. */
  isReady: boolean;
  problems: Problem[];
  pointedLine: number | null;
  describedBy: string;
  onChange: (source: string) => void;
  onPoint: (line: number | null) => void;
};

/**
 * CodeMirror where it loads, a plain text area before that and where it does not. The first response already holds the
 * text. Give it a `key` of the path: another file is another editor.
 */
export function CodeEditor(props: CodeEditorProps): ReactNode {
  const { ref, path, source, edition, isReady, problems, pointedLine, describedBy } = props;
  const parent = useRef<HTMLDivElement>(null);
  const { editor, hasFailed } = useEditor(parent, props);

  const replace = useEffectEvent(() => editor?.replace(source));
  useEffect(() => {
    if (editor !== null && edition > 0) replace();
  }, [editor, edition]);
  useEffect(() => editor?.showProblems(problems), [editor, problems]);
  useEffect(() => editor?.pointAt(pointedLine), [editor, pointedLine]);
  useImperativeHandle(ref, () => editor ?? NO_EDITOR, [editor]);

  return (
    <div className="h-full min-h-0" data-editor={editor === null ? 'plain' : 'full'}>
      <div ref={parent} className={editor === null ? 'hidden' : 'h-full'} />
      {editor === null && (
        <textarea
          className="block h-full w-full resize-none bg-surface py-3 pr-3 pl-14 font-mono text-sm leading-[1.6] text-text"
          aria-label={`Code, ${path}`}
          aria-describedby={describedBy}
          value={source}
          readOnly={!isReady || !hasFailed}
          rows={Math.min(30, source.split('\n').length + 2)}
          spellCheck={false}
          autoCapitalize="off"
          autoComplete="off"
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </div>
  );
}

type Loading = { editor: Editor | null; hasFailed: boolean };

/** Loads the editor's own bundle and makes one editor per path. */
function useEditor(parent: RefObject<HTMLDivElement | null>, props: CodeEditorProps): Loading {
  const { isReady } = props;
  const [loading, setLoading] = useState<Loading>({ editor: null, hasFailed: false });
  const change = useEffectEvent((text: string) => props.onChange(text));
  const point = useEffectEvent((line: number | null) => props.onPoint(line));
  const start = useEffectEvent(async (lifetime: AbortSignal): Promise<void> => {
    try {
      const { makeEditor } = await import('./make-editor.ts');
      if (lifetime.aborted || parent.current === null) return;
      const { source, describedBy } = props;
      const listeners = { onChange: change, onPoint: point };
      const editor = makeEditor({
        parent: parent.current,
        source,
        path: props.path,
        describedBy,
        ...listeners,
      });
      lifetime.addEventListener('abort', () => editor.destroy());
      setLoading({ editor, hasFailed: false });
    } catch {
      // The bundle did not arrive (a lost network, most likely): the text area stays, and can be typed in.
      setLoading({ editor: null, hasFailed: true });
    }
  });

  useEffect(() => {
    const lifetime = new AbortController();
    // The state is set when the bundle has arrived, not within the effect.
    // oxlint-disable-next-line react/set-state-in-effect
    if (isReady) void start(lifetime.signal);
    return () => lifetime.abort();
  }, [isReady]);
  return loading;
}

const NO_EDITOR: EditorHandle = { jumpTo() {}, insert() {}, undo() {}, redo() {}, focus() {} };
