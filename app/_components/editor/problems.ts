// What was found wrong, at its place in the code: a mark in the gutter, an underline, and the sentence below the line.
import { setDiagnostics, type Diagnostic } from '@codemirror/lint';
import { StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, EditorView, WidgetType, type DecorationSet } from '@codemirror/view';

/** Line and column count from 1. */
export type Problem = { line: number; column: number; message: string };

const setProblems = StateEffect.define<Problem[]>();

export const problemLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, transaction) {
    const effect = transaction.effects.findLast((candidate) => candidate.is(setProblems));
    if (effect === undefined) return lines.map(transaction.changes);
    const { newDoc } = transaction;
    const widgets = effect.value.map((problem) =>
      Decoration.widget({ widget: new ProblemWidget(problem.message), block: true, side: 1 }).range(
        newDoc.line(clampedLine(newDoc, problem)).to,
      ),
    );
    return Decoration.set(widgets, true);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Shows these problems and no others. */
export function showProblems(view: EditorView, problems: Problem[]): void {
  const { doc } = view.state;
  const diagnostics = problems.map((problem) => toDiagnostic(doc, problem));
  view.dispatch(setDiagnostics(view.state, diagnostics), { effects: setProblems.of(problems) });
}

function toDiagnostic(document: Text, problem: Problem): Diagnostic {
  const line = document.line(clampedLine(document, problem));
  const from = Math.min(line.from + problem.column - 1, line.to);
  const word = /^[\w$.]+/.exec(line.text.slice(from - line.from))?.[0] ?? '';
  const to = Math.max(from + word.length, Math.min(from + 1, line.to));
  return { from, to, severity: 'error', message: problem.message };
}

function clampedLine(document: Text, { line }: Problem): number {
  return Math.max(1, Math.min(line, document.lines));
}

class ProblemWidget extends WidgetType {
  readonly message: string;

  constructor(message: string) {
    super();
    this.message = message;
  }

  override eq(other: ProblemWidget): boolean {
    return other.message === this.message;
  }

  override toDOM(): HTMLElement {
    const element = document.createElement('div');
    element.className = 'cm-problem';
    element.textContent = this.message;
    return element;
  }
}
