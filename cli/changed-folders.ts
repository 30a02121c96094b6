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
  if ((await git(root, ['rev-parse', '--git-dir'])) === null)
    throw new UsageError(`--since "${since}": ${root} is in no git repository.`);
  const commit = await git(root, ['rev-parse', '--verify', '--end-of-options', `${since}^{commit}`]);
  if (commit === null) throw new UsageError(`--since "${since}": git knows no such commit, branch or tag.`);
  const base = ['--merge-base', commit.trim()];
  const changed = await git(root, ['diff', '--name-only', '--relative', '-z', ...base, '--', '.']);
  const added = await git(root, ['ls-files', '--others', '--exclude-standard', '-z', '--', '.']);
  if (changed === null || added === null)
    throw new UsageError(`--since "${since}": git finds nothing that both have come from.`);
  const files = `${changed}${added}`.split('\0').filter((file) => file !== '');
  return [...new Set(files.map((file) => file.split('/')[0] ?? ''))];
}

/** What it prints; null where it fails. */
async function git(root: string, args: string[]): Promise<string | null> {
  try {
    return (await run('git', args, { cwd: root, maxBuffer: 64 * 1024 * 1024 })).stdout;
  } catch {
    return null;
  }
}
