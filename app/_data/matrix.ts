// Shapes the class matrix. Pure: rows in, what the page shows out.

/** `some`: some tests pass, or all that a run shows; only a submission passes. */
export type CellStatus = 'passed' | 'some' | 'failed' | 'not-started';

export type Cell = {
  exerciseId: string;
  status: CellStatus;
  /** Of the best submission; of the best run while nothing was handed in. */
  testsPassed: number;
  testsTotal: number;
  runs: number;
  submissions: number;
};
export type MatrixStudent = {
  id: string;
  name: string;
  cells: Cell[];
  passed: number;
  lastAttemptAt: Date | null;
};
export type MatrixExercise = { id: string; title: string; passed: number; started: number };
export type Matrix = { students: MatrixStudent[]; exercises: MatrixExercise[]; passedShare: number };

/** One student's attempts at one exercise, counted by the database. What has no verdict, or not yet, is not in it. */
export type AttemptCount = {
  userId: string;
  exerciseId: string;
  runs: number;
  submissions: number;
  hasPassed: boolean;
  testsPassed: number;
  testsTotal: number;
  lastAttemptAt: Date;
};

export type MatrixView = { sort: MatrixSort; filter: MatrixFilter };
export type MatrixSort = 'name' | 'passed' | 'last';
export type MatrixFilter = 'all' | 'started' | 'not-started' | 'unfinished';

export function makeMatrix(
  students: { id: string; name: string }[],
  exercises: { id: string; title: string }[],
  counts: AttemptCount[],
): Matrix {
  const byPlace = new Map(counts.map((count) => [placeOf(count.userId, count.exerciseId), count]));
  const rows = students.map((student) => makeRow(student, exercises, byPlace));
  return {
    students: rows,
    exercises: exercises.map((exercise, index) => summarize(exercise, rows, index)),
    passedShare: share(rows, exercises.length),
  };
}

const placeOf = (userId: string, exerciseId: string): string => `${userId} ${exerciseId}`;

function makeRow(
  student: { id: string; name: string },
  exercises: { id: string }[],
  byPlace: Map<string, AttemptCount>,
): MatrixStudent {
  const counts = exercises.map(({ id }) => byPlace.get(placeOf(student.id, id)));
  const cells = exercises.map(({ id }, index) => makeCell(id, counts[index]));
  const times = counts.flatMap((count) => (count === undefined ? [] : [count.lastAttemptAt.getTime()]));
  return {
    id: student.id,
    name: student.name,
    cells,
    passed: cells.filter(({ status }) => status === 'passed').length,
    lastAttemptAt: times.length === 0 ? null : new Date(Math.max(...times)),
  };
}

function makeCell(exerciseId: string, count: AttemptCount | undefined): Cell {
  if (count === undefined)
    return { exerciseId, status: 'not-started', testsPassed: 0, testsTotal: 0, runs: 0, submissions: 0 };
  const { runs, submissions, testsPassed, testsTotal } = count;
  return { exerciseId, status: statusOf(count), testsPassed, testsTotal, runs, submissions };
}

function statusOf({ hasPassed, testsPassed, runs, submissions }: AttemptCount): CellStatus {
  if (hasPassed) return 'passed';
  if (runs + submissions === 0) return 'not-started';
  return testsPassed > 0 ? 'some' : 'failed';
}

function summarize(
  exercise: { id: string; title: string },
  rows: MatrixStudent[],
  index: number,
): MatrixExercise {
  const statuses = rows.map(({ cells }) => cells[index]?.status ?? 'not-started');
  return {
    id: exercise.id,
    title: exercise.title,
    passed: statuses.filter((status) => status === 'passed').length,
    started: statuses.filter((status) => status !== 'passed' && status !== 'not-started').length,
  };
}

function share(rows: MatrixStudent[], exercises: number): number {
  const cells = rows.length * exercises;
  return cells === 0 ? 0 : rows.reduce((sum, { passed }) => sum + passed, 0) / cells;
}

/** The students that a view shows, in its order. */
export function arrange(students: MatrixStudent[], { sort, filter }: MatrixView): MatrixStudent[] {
  return students.filter(isShown[filter]).toSorted(orders[sort]);
}

const isShown: Record<MatrixFilter, (student: MatrixStudent) => boolean> = {
  all: () => true,
  started: ({ lastAttemptAt }) => lastAttemptAt !== null,
  'not-started': ({ lastAttemptAt }) => lastAttemptAt === null,
  unfinished: ({ cells, passed }) => passed < cells.length,
};

type Order = (one: MatrixStudent, other: MatrixStudent) => number;

const byName: Order = (one, other) =>
  one.name.localeCompare(other.name, 'en', { numeric: true }) || one.id.localeCompare(other.id);

const orders: Record<MatrixSort, Order> = {
  name: byName,
  passed: (one, other) => other.passed - one.passed || byName(one, other),
  last: (one, other) =>
    (other.lastAttemptAt?.getTime() ?? 0) - (one.lastAttemptAt?.getTime() ?? 0) || byName(one, other),
};

const sorts: readonly MatrixSort[] = ['name', 'passed', 'last'];
const filters: readonly MatrixFilter[] = ['all', 'started', 'not-started', 'unfinished'];

/** The view that a query string asks for; what it does not know is as if it were not there. */
export function parseMatrixView(query: Record<string, string | string[] | undefined>): MatrixView {
  return {
    sort: sorts.find((sort) => sort === query['sort']) ?? 'name',
    filter: filters.find((filter) => filter === query['show']) ?? 'all',
  };
}

/** What a screen reader says for a cell: "Bo Chen, Parallel requests, 3 of 5 tests, 7 attempts". */
export function cellName(student: string, exercise: string, cell: Cell): string {
  const attempts = cell.runs + cell.submissions;
  if (attempts === 0) return `${student}, ${exercise}, not started`;
  const result = cell.status === 'passed' ? 'passed' : `${cell.testsPassed} of ${cell.testsTotal} tests`;
  const handedIn = cell.submissions === 0 ? ', nothing submitted' : '';
  return `${student}, ${exercise}, ${result}, ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}${handedIn}`;
}
