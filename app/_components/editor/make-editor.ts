// The CodeMirror editor, loaded apart from the page. No React in here.
import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab, redo, undo } from '@codemirror/commands';
import { javascript } from '@codemirror/lang-javascript';
import { bracketMatching, indentOnInput, indentUnit, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, lintKeymap } from '@codemirror/lint';
import { searchKeymap } from '@codemirror/search';
import { EditorState, type Extension } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLine,
  highlightActiveLineGutter,
  highlightSpecialChars,
  keymap,
  lineNumbers,
} from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { editorTheme } from './editor-theme.ts';
import { pointAtLine, pointedLineField, pointerListener } from './pointed-line.ts';
import { problemLines, showProblems, type Problem } from './problems.ts';

export type EditorOptions = {
  parent: HTMLElement;
  source: string;
  /** Decides the language: `.ts` is TypeScript. */
  path: string;
  /** Id of the element that tells how to leave the editor. */
  describedBy: string;
  onChange: (source: string) => void;
  /** The line under the pointer or the caret, from 1; `null` when the pointer leaves. */
  onPoint: (line: number | null) => void;
};

export type Editor = {
  /** Replaces the text in one edit that can be undone; nothing happens where it is the same. */
  replace: (source: string) => void;
  showProblems: (problems: Problem[]) => void;
  pointAt: (line: number | null) => void;
  jumpTo: (line: number, column: number) => void;
  insert: (text: string) => void;
  undo: () => void;
  redo: () => void;
  focus: () => void;
  destroy: () => void;
};

export function makeEditor(options: EditorOptions): Editor {
  const view = new EditorView({
    parent: options.parent,
    state: EditorState.create({ doc: options.source, extensions: extensionsFor(options) }),
  });
  return {
    replace: (source) => replace(view, source),
    showProblems: (problems) => showProblems(view, problems),
    pointAt: (line) => view.dispatch({ effects: pointAtLine.of(line) }),
    jumpTo: (line, column) => jumpTo(view, line, column),
    insert: (text) => {
      view.dispatch(view.state.replaceSelection(text), { scrollIntoView: true, userEvent: 'input' });
      view.focus();
    },
    undo: () => undo(view),
    redo: () => redo(view),
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function extensionsFor({ path, describedBy, onChange, onPoint }: EditorOptions): Extension[] {
  return [
    nonceExtension(),
    lineNumbers(),
    lintGutter(),
    highlightActiveLineGutter(),
    highlightSpecialChars(),
    history(),
    drawSelection(),
    indentUnit.of('  '),
    indentOnInput(),
    syntaxHighlighting(classHighlighter),
    bracketMatching(),
    closeBrackets(),
    autocompletion(),
    highlightActiveLine(),
    // Tab indents; Escape gives the next Tab back to the page (CodeMirror's own rule, told under the editor).
    keymap.of([
      ...closeBracketsKeymap,
      ...defaultKeymap,
      ...searchKeymap,
      ...historyKeymap,
      ...completionKeymap,
      ...lintKeymap,
      indentWithTab,
    ]),
    javascript({ typescript: path.endsWith('.ts') }),
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      tabindex: '0',
      'aria-label': `Code, ${path}`,
      'aria-describedby': describedBy,
    }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString());
    }),
    pointedLineField,
    pointerListener(onPoint),
    problemLines,
    editorTheme,
  ];
}

/** The policy of this document names one nonce; every style sheet that the editor adds must carry it. */
function nonceExtension(): Extension {
  const nonce = document.querySelector<HTMLElement>('script[nonce]')?.nonce;
  return nonce ? EditorView.cspNonce.of(nonce) : [];
}

function replace(view: EditorView, source: string): void {
  if (view.state.doc.toString() === source) return;
  view.dispatch({
    changes: { from: 0, to: view.state.doc.length, insert: source },
    userEvent: 'input.replace',
  });
}

function jumpTo(view: EditorView, lineNumber: number, column: number): void {
  const line = view.state.doc.line(Math.max(1, Math.min(lineNumber, view.state.doc.lines)));
  const anchor = Math.min(line.from + Math.max(0, column - 1), line.to);
  view.dispatch({ selection: { anchor }, effects: EditorView.scrollIntoView(anchor, { y: 'center' }) });
  view.focus();
}
