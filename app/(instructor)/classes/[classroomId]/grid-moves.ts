export type Place = { row: number; column: number };

/**
 * Where a key leads in a grid: arrows by one, Home and End within the row, with Ctrl to the first and last cell.
 *
 * @param widths Cells per row.
 * @returns null for a key that moves nothing.
 */
export function moveInGrid(
  { row, column }: Place,
  { key, ctrlKey }: { key: string; ctrlKey: boolean },
  widths: number[],
): Place | null {
  const lastRow = widths.length - 1;
  const lastColumn = (widths[row] ?? 1) - 1;
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(lastRow, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(lastColumn, column + 1) };
    case 'Home':
      return { row: ctrlKey ? 0 : row, column: 0 };
    case 'End':
      return { row: ctrlKey ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}
