// The line that the timeline points at, and the line that the reader points at here.
import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';
import type { Extension, Text } from '@codemirror/state';

/** A line from 1, or `null` for none. */
export const pointAtLine = StateEffect.define<number | null>();

const pointed = Decoration.line({ class: 'cm-pointed' });

export const pointedLineField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, transaction) {
    const effect = transaction.effects.findLast((candidate) => candidate.is(pointAtLine));
    if (effect === undefined) return lines.map(transaction.changes);
    return decorationsFor(transaction.newDoc, effect.value);
  },
  provide: (field) => EditorView.decorations.from(field),
});

function decorationsFor(document: Text, line: number | null): DecorationSet {
  if (line === null || line < 1 || line > document.lines) return Decoration.none;
  return Decoration.set([pointed.range(document.line(line).from)]);
}

export function pointerListener(onPoint: (line: number | null) => void): Extension {
  let last: number | null = null;
  const tell = (line: number | null): void => {
    if (line !== last) onPoint(line);
    last = line;
  };
  return [
    EditorView.domEventHandlers({
      mousemove(event, view) {
        const position = view.posAtCoords({ x: event.clientX, y: event.clientY });
        tell(position === null ? null : view.state.doc.lineAt(position).number);
      },
      mouseleave: () => tell(null),
      blur: () => tell(null),
    }),
    EditorView.updateListener.of((update) => {
      if (!update.selectionSet || !update.view.hasFocus) return;
      tell(update.state.doc.lineAt(update.state.selection.main.head).number);
    }),
  ];
}
