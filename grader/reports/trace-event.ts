// The events of Chrome's Trace Event Format that we write, as Perfetto reads them.
// https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU

type Args = { [name: string]: string | number | boolean | object };

/** `ts` and `dur` are microseconds; here of virtual time. */
export type TraceEvent =
  | { ph: 'M'; name: string; pid: number; tid: number; args: Args }
  | {
      ph: 'X';
      name: string;
      cat: string;
      ts: number;
      dur: number;
      pid: number;
      tid: number;
      args: Args;
    }
  | { ph: 'i'; name: string; cat: string; ts: number; s: 't'; pid: number; tid: number; args: Args }
  | { ph: 'C'; name: string; ts: number; pid: number; tid: number; args: { [series: string]: number } }
  | { ph: 's'; name: string; cat: string; id: number; ts: number; pid: number; tid: number; args: Args }
  | {
      ph: 'f';
      bp: 'e';
      name: string;
      cat: string;
      id: number;
      ts: number;
      pid: number;
      tid: number;
      args: Args;
    };

export type ChromeTrace = {
  displayTimeUnit: 'ms';
  otherData: { [name: string]: string | number };
  traceEvents: TraceEvent[];
};

/** One event on each line: large enough to be searched line by line, too large to be spread over ten. */
export function printTrace({ traceEvents, ...rest }: ChromeTrace): string {
  const head = JSON.stringify(rest).slice(0, -1);
  return `${head},"traceEvents":[\n${traceEvents.map((event) => JSON.stringify(event)).join(',\n')}\n]}\n`;
}
