// The command line in this process: what it prints, and its exit code.
import { vi } from 'vitest';
import { main } from '#cli/main.ts';

export type Ran = { exitCode: number; stdout: string; stderr: string };

/** Runs `interleave` with these arguments. Not for two at a time: it listens to the streams of the process. */
export async function interleave(...args: string[]): Promise<Ran> {
  const printed = { stdout: '', stderr: '' };
  const spies = [
    ...(['stdout', 'stderr'] as const).map((stream) =>
      vi.spyOn(process[stream], 'write').mockImplementation((text) => {
        printed[stream] += String(text);
        return true;
      }),
    ),
    vi.spyOn(console, 'error').mockImplementation((...texts: unknown[]) => {
      printed.stderr += `${texts.join(' ')}\n`;
    }),
  ];
  try {
    const exitCode = await main(['node', 'interleave', ...args]);
    return { exitCode, ...printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
