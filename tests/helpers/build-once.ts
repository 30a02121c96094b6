// Before all browser tests: one build, so that no test waits for it.
import { runApp } from './app.ts';

export default async function buildOnce(): Promise<void> {
  const { code, output } = await runApp({ command: 'build' }).ended;
  if (code !== 0) throw new Error(output);
}
