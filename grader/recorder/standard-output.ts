// Lines of standard output and standard error. What `process.stdout.write` leaves without a line's end is kept until it
// comes: the next line goes on from there.
import { mapGet, mapSet, RealMap, record, stringIndexOf, stringSlice } from '../virtual-clock/primordials.ts';
import { onRestart } from '../virtual-clock/restart.ts';
import type { Output } from './console.ts';

export type StandardOutput = Output & {
  writeRaw(stream: 'stdout' | 'stderr', text: string): void;
  /** The program is over: an unfinished line is as long as it gets. */
  end(): void;
};

const streamOf = (level: string): string => (level === 'error' || level === 'warn' ? 'stderr' : 'stdout');

/** @param isOver Whether the program has exited: nothing is taken any more. */
export function makeStandardOutput(output: Output, isOver: () => boolean): StandardOutput {
  let unfinished = new RealMap<string, string>();
  onRestart(() => {
    unfinished = new RealMap();
  });

  function take(stream: string): string {
    const text = mapGet(unfinished, stream) ?? '';
    if (text !== '') mapSet(unfinished, stream, '');
    return text;
  }

  return record({
    write(level: string, text: string): void {
      if (!isOver()) output.write(level, take(streamOf(level)) + text);
    },
    writeRaw(stream: 'stdout' | 'stderr', text: string): void {
      if (isOver()) return;
      const level = stream === 'stdout' ? 'log' : 'error';
      let rest = take(stream) + text;
      for (let end = stringIndexOf(rest, '\n'); end !== -1; end = stringIndexOf(rest, '\n')) {
        output.write(level, stringSlice(rest, 0, end));
        rest = stringSlice(rest, end + 1);
      }
      mapSet(unfinished, stream, rest);
    },
    end(): void {
      const out = take('stdout');
      const error = take('stderr');
      if (out !== '') output.write('log', out);
      if (error !== '') output.write('error', error);
    },
  });
}
