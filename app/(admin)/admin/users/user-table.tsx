import type { ReactElement } from 'react';
import { StatusBadge } from '#app/_components/ui/status.tsx';
import { Time } from '#app/_components/ui/time.tsx';
import type { UserListItem } from '#app/_data/users.ts';
import { roleWords } from './role-words.ts';
import { UserActions } from './user-actions.tsx';

/** A table on wide screens; on narrow ones each row stands as a block of its own. */
export function UserTable({ users, ownId }: { users: UserListItem[]; ownId: string }): ReactElement {
  return (
    <table className="block w-full rounded-lg border border-hairline text-left sm:table">
      <caption className="sr-only">Accounts</caption>
      <thead className="hidden bg-raised sm:table-header-group">
        <tr>
          {['Name', 'Role', 'Classes', 'Since', 'State'].map((heading) => (
            <th key={heading} scope="col" className="px-4 py-2 font-medium">
              {heading}
            </th>
          ))}
          <th scope="col" className="px-4 py-2">
            <span className="sr-only">Actions</span>
          </th>
        </tr>
      </thead>
      <tbody className="block sm:table-row-group">
        {users.map((user) => (
          <UserRow key={user.id} user={user} isSelf={user.id === ownId} />
        ))}
      </tbody>
    </table>
  );
}

const cell = 'block px-4 py-0.5 sm:table-cell sm:border-t sm:border-hairline sm:py-2 sm:align-middle';

function UserRow({ user, isSelf }: { user: UserListItem; isSelf: boolean }): ReactElement {
  return (
    <tr className="block border-b border-hairline py-3 last:border-b-0 sm:table-row sm:border-0 sm:py-0">
      <th scope="row" className={`${cell} font-normal`}>
        <span className="block font-medium">
          {user.name}
          {isSelf ? ' (you)' : ''}
        </span>
        <span className="block break-all text-muted">{user.email}</span>
      </th>
      <td className={cell}>{roleWords[user.role]}</td>
      <td className={`${cell} tabular-nums`}>
        {user.classes}
        <span className="sm:sr-only"> {user.classes === 1 ? 'class' : 'classes'}</span>
      </td>
      <td className="hidden px-4 whitespace-nowrap text-muted sm:table-cell sm:border-t sm:border-hairline">
        <Time at={user.createdAt} withTime={false} />
      </td>
      <td className={cell}>
        {user.disabledAt === null ? (
          <StatusBadge status="passed">Active</StatusBadge>
        ) : (
          <StatusBadge status="locked">Disabled</StatusBadge>
        )}
      </td>
      <td className={`${cell} sm:text-right`}>
        {user.role === 'ADMINISTRATOR' ? null : <UserActions user={user} />}
      </td>
    </tr>
  );
}
