/**
 * Which lines of `theirs` have no counterpart in `mine`, by the longest common subsequence of trimmed lines.
 *
 * @returns Line numbers from 1.
 */
export function newLines(mine: string, theirs: string): Set<number> {
  const one = linesOf(mine);
  const other = linesOf(theirs);
  const lengths = commonLengths(one, other);
  const fresh = new Set<number>();
  let row = 0;
  let column = 0;
  while (column < other.length) {
    if (row < one.length && one[row] === other[column]) {
      row += 1;
      column += 1;
    } else if (row < one.length && at(lengths, row + 1, column) >= at(lengths, row, column + 1)) {
      row += 1;
    } else {
      column += 1;
      fresh.add(column);
    }
  }
  return fresh;
}

function linesOf(source: string): string[] {
  return source.split('\n').map((line) => line.trim());
}

/** `lengths[i][j]`: lines that `one` from i and `other` from j have in common, in order. */
function commonLengths(one: string[], other: string[]): number[][] {
  const lengths = Array.from({ length: one.length + 1 }, () =>
    Array.from({ length: other.length + 1 }, () => 0),
  );
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const cells = lengths[row];
      if (cells === undefined) continue;
      cells[column] =
        one[row] === other[column]
          ? at(lengths, row + 1, column + 1) + 1
          : Math.max(at(lengths, row + 1, column), at(lengths, row, column + 1));
    }
  }
  return lengths;
}

function at(lengths: number[][], row: number, column: number): number {
  return lengths[row]?.[column] ?? 0;
}
