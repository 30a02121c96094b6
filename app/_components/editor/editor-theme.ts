// The editor in the colours of the page. Tokens have the classes `tok-…`, coloured in code.css for server and editor alike.
import { EditorView } from '@codemirror/view';

export const editorTheme = EditorView.theme({
  '&': { height: '100%', backgroundColor: 'var(--surface)', color: 'var(--text)', fontSize: '0.875rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'var(--font-mono, ui-monospace, monospace)', lineHeight: '1.6' },
  '.cm-content': { caretColor: 'var(--text)', paddingBlock: '0.75rem 6rem' },
  '.cm-cursor': { borderLeftColor: 'var(--text)' },
  '.cm-gutters': { backgroundColor: 'var(--surface)', color: 'var(--muted)', border: 'none' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.5rem', paddingRight: '0.75rem' },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--link) 6%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'transparent', color: 'var(--text)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--link) 25%, transparent)',
  },
  '.cm-pointed': {
    backgroundColor: 'color-mix(in srgb, var(--link) 16%, transparent)',
    boxShadow: 'inset 2px 0 var(--link)',
  },
  '.cm-problem': {
    color: 'var(--fail)',
    backgroundColor: 'color-mix(in srgb, var(--fail) 8%, transparent)',
    borderLeft: '2px solid var(--fail)',
    fontFamily: 'var(--font-sans, system-ui, sans-serif)',
    fontSize: '0.8125rem',
    lineHeight: '1.4',
    padding: '0.25rem 0.75rem',
    whiteSpace: 'pre-wrap',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    color: 'var(--text)',
    border: '1px solid var(--line)',
    borderRadius: '4px',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--link)',
    color: 'var(--on-accent)',
  },
  '.cm-panels': { backgroundColor: 'var(--raised)', color: 'var(--text)', borderColor: 'var(--hairline)' },
  '.cm-matchingBracket': { backgroundColor: 'color-mix(in srgb, var(--link) 18%, transparent)' },
});
