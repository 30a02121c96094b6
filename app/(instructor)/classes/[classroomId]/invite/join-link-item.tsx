import { headers } from 'next/headers';
import type { ReactElement } from 'react';
import { CopyBox } from '#app/_components/ui/copy-box.tsx';
import { StatusBadge } from '#app/_components/ui/status.tsx';
import { SubmitButton } from '#app/_components/ui/submit-button.tsx';
import { Time } from '#app/_components/ui/time.tsx';
import { env } from '#app/_config/env.ts';
import type { JoinLinkView } from '#app/_data/join-links.ts';
import { revoke } from './actions.ts';

const words: Record<JoinLinkView['state'], string> = {
  open: 'Open',
  revoked: 'Closed by hand',
  expired: 'Run out',
  full: 'Full',
};

type JoinLinkItemProps = { link: JoinLinkView; classroomId: string };

export async function JoinLinkItem({ link, classroomId }: JoinLinkItemProps): Promise<ReactElement> {
  const isOpen = link.state === 'open';
  return (
    <li className="grid gap-3 rounded-lg border border-hairline p-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <StatusBadge status={isOpen ? 'passed' : 'locked'}>{words[link.state]}</StatusBadge>
          <span className="text-muted">
            {link.uses} of {link.maximumUses ?? 'any number'} joined
            {link.expiresAt === null ? null : (
              <>
                {' '}
                · until <Time at={link.expiresAt} />
              </>
            )}
          </span>
        </p>
        {link.state === 'revoked' ? null : (
          <form action={revoke.bind(null, classroomId, link.id)}>
            <SubmitButton look="danger">Close link</SubmitButton>
          </form>
        )}
      </div>
      {isOpen ? <CopyBox label="Link" value={`${await baseUrl()}/join/${link.code}`} /> : null}
    </li>
  );
}

/** The address that people type; where nobody set one, the one that this request came by. */
async function baseUrl(): Promise<string> {
  const host = (await headers()).get('host');
  const isDefault = new URL(env.APP_URL).hostname === 'localhost';
  return isDefault && host !== null ? `http://${host}` : env.APP_URL;
}
