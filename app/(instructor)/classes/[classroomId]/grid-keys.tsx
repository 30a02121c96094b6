'use client';
import { useEffect, useRef } from 'react';
import type { KeyboardEvent, ReactElement, ReactNode } from 'react';
import { moveInGrid } from './grid-moves.ts';

/** One Tab leads into the table, arrows move inside. Without script every cell is a plain link. */
export function GridKeys({ children }: { children: ReactNode }): ReactElement {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // After each render: sorting brings new rows. The cell that was focused last stays the way in.
    const cells = cellsOf(root.current).flat();
    const entry = cells.find((cell) => cell.tabIndex === 0 && cell.hasAttribute('tabindex')) ?? cells[0];
    for (const cell of cells) cell.tabIndex = cell === entry ? 0 : -1;
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const rows = cellsOf(root.current);
    const row = rows.findIndex((cells) => cells.some((cell) => cell === event.target));
    const column = rows[row]?.findIndex((cell) => cell === event.target) ?? -1;
    const isModified = event.altKey || event.metaKey || event.shiftKey;
    const next =
      isModified || column < 0
        ? null
        : moveInGrid(
            { row, column },
            event,
            rows.map(({ length }) => length),
          );
    const cell = next === null ? undefined : rows[next.row]?.[next.column];
    if (cell === undefined) return;
    event.preventDefault();
    for (const other of rows.flat()) other.tabIndex = other === cell ? 0 : -1;
    cell.focus();
  };
  return (
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys are those of the links inside
    <div ref={root} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

function cellsOf(root: HTMLElement | null): HTMLElement[][] {
  return [...(root?.querySelectorAll('tbody tr') ?? [])].map((row) => [
    ...row.querySelectorAll<HTMLElement>('[data-cell]'),
  ]);
}
