import { Ellipsis } from 'lucide-react';
import type { ReactElement } from 'react';
import { ActionForm } from '#app/_components/ui/action-form.tsx';
import { buttonClasses } from '#app/_components/ui/button.tsx';
import { SubmitButton } from '#app/_components/ui/submit-button.tsx';
import type { AccountChange, UserListItem } from '#app/_data/users.ts';
import { change, giveNewPassword } from './actions.ts';
import { roleWords } from './role-words.ts';

/** What can be done to one account, in a dialog of the browser's own making. */
export function UserActions({ user }: { user: UserListItem }): ReactElement {
  const id = `actions-${user.id}`;
  return (
    <>
      <button type="button" popoverTarget={id} className={buttonClasses('secondary')}>
        <Ellipsis size={16} aria-hidden className="hidden sm:block" />
        <span className="sm:sr-only">Change {user.name}</span>
      </button>
      <div
        id={id}
        popover="auto"
        role="dialog"
        aria-label={`Change ${user.name}`}
        className="m-auto w-[min(28rem,calc(100vw-2rem))] rounded-lg border border-line bg-surface p-5 text-left text-text backdrop:bg-black/40"
      >
        <p className="text-base font-semibold">{user.name}</p>
        <p className="break-all text-muted">{user.email}</p>
        <p role="status" className="mb-4 text-muted">
          {roleWords[user.role]} · {user.disabledAt === null ? 'Active' : 'Disabled'}
        </p>
        <div className="grid gap-4">
          <div className="flex flex-wrap gap-2">
            {changesFor(user).map((item) => (
              <form key={item.change} action={change.bind(null, user.id, item.change)}>
                <SubmitButton look={item.isDangerous === true ? 'danger' : 'secondary'}>
                  {item.label}
                </SubmitButton>
              </form>
            ))}
          </div>
          <div className="border-t border-hairline pt-4">
            <p className="mb-3 text-muted">
              A new password ends the sessions of this account. It is shown once.
            </p>
            <ActionForm
              action={giveNewPassword.bind(null, user.id)}
              fields={[]}
              look="secondary"
              submit="Give a new password"
            />
          </div>
        </div>
      </div>
    </>
  );
}

type Item = { change: AccountChange; label: string; isDangerous?: boolean };

function changesFor({ role, disabledAt }: UserListItem): Item[] {
  return [
    role === 'INSTRUCTOR'
      ? { change: 'make-member', label: 'Make a member' }
      : { change: 'make-instructor', label: 'Make an instructor' },
    { change: 'sign-out', label: 'Sign out everywhere' },
    disabledAt === null
      ? { change: 'disable', label: 'Disable account', isDangerous: true }
      : { change: 'enable', label: 'Enable account' },
  ];
}
