// Which folders below a root hold files that differ from a commit, so that a long check can be kept to them.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { UsageError } from './exit-codes.ts';

const run = promisify(execFile);

/**
 * @param since A commit, branch or tag: what has changed since the two parted counts, whether committed or not.
 * @throws UsageError when git does not know it, or the root is in no repository.
 */
export async function changedFolders(root: string, since: string): Promise<string[]> {
  const diff = await git(root, since, [
    'diff',
    '--name-only',
    '--relative',
    '-z',
    '--merge-base',
    since,
    '--',
    '.',
  ]);
  const added = await git(root, since, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']);
  const files = `${diff}${added}`.split('\0').filter((file) => file !== '');
  return [...new Set(files.map((file) => file.split('/')[0] ?? ''))];
}

async function git(root: string, since: string, args: string[]): Promise<string> {
  if (since.startsWith('-')) throw new UsageError(`--since "${since}": expected a commit, branch or tag.`);
  try {
    return (await run('git', args, { cwd: root, maxBuffer: 64 * 1024 * 1024 })).stdout;
  } catch (error) {
    const [first = ''] = String((error as { stderr?: string }).stderr ?? error).split('\n');
    throw new UsageError(`--since "${since}": ${first.replace(/^fatal: /, '')}.`, { cause: error });
  }
}
