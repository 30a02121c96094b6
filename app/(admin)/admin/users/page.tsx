import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { ActionForm } from '#app/_components/ui/action-form.tsx';
import type { FieldSpec } from '#app/_components/ui/action-form.tsx';
import { Button, LinkButton } from '#app/_components/ui/button.tsx';
import { EmptyState } from '#app/_components/ui/empty-state.tsx';
import { Field } from '#app/_components/ui/field.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { getDatabase } from '#app/_data/database.ts';
import { requireAdministrator } from '#app/_data/session.ts';
import { listUsers, USERS_PER_PAGE } from '#app/_data/users.ts';
import { addPerson } from './actions.ts';
import { UserTable } from './user-table.tsx';

export const metadata: Metadata = { title: 'Users' };

const fields: FieldSpec[] = [
  { name: 'name', label: 'Name', autoComplete: 'off', required: true },
  { name: 'email', label: 'E-mail', type: 'email', autoComplete: 'off', required: true, spellCheck: false },
  {
    name: 'role',
    label: 'Role',
    options: [
      { value: 'INSTRUCTOR', label: 'Instructor: may make classes' },
      { value: 'MEMBER', label: 'Member' },
    ],
  },
];

export default async function UsersPage({ searchParams }: PageProps<'/admin/users'>): Promise<ReactElement> {
  const administrator = await requireAdministrator();
  const query = await searchParams;
  const search = typeof query['q'] === 'string' ? query['q'].trim().slice(0, 100) : '';
  const page = Math.min(100_000, Math.max(1, Math.trunc(Number(query['page'])) || 1));
  const { users, total } = await listUsers(getDatabase(), { search, page });
  return (
    <Page>
      <PageHeading title="Users">{total === 1 ? '1 account' : `${total} accounts`}</PageHeading>
      <div className="grid gap-6">
        <details className="rounded-lg border border-hairline p-4 open:pb-5">
          <summary className="cursor-pointer font-medium">Add a person</summary>
          <p className="mt-1 mb-4 text-muted">
            They get a password that is shown to you once. Students need none of this: they join with a link.
          </p>
          <ActionForm action={addPerson} fields={fields} layout="row" submit="Add" />
        </details>
        <form role="search" className="flex max-w-md items-end gap-2">
          <div className="flex-1">
            <Field type="search" name="q" label="Search" defaultValue={search} placeholder="Name or e-mail" />
          </div>
          <Button type="submit" className="min-h-9">
            Search
          </Button>
        </form>
        {users.length === 0 ? (
          <EmptyState title="Nobody found">No name or e-mail holds “{search}”.</EmptyState>
        ) : (
          <UserTable users={users} ownId={administrator.id} />
        )}
        <Pages search={search} page={page} last={Math.ceil(total / USERS_PER_PAGE)} />
      </div>
    </Page>
  );
}

function Pages({ search, page, last }: { search: string; page: number; last: number }): ReactElement | null {
  if (last <= 1) return null;
  const path = (to: number): string => `/admin/users?${new URLSearchParams({ q: search, page: String(to) })}`;
  return (
    <nav aria-label="Pages" className="flex items-center gap-3">
      {page > 1 ? <LinkButton href={path(page - 1)}>Back</LinkButton> : null}
      <span className="text-muted">
        Page {page} of {last}
      </span>
      {page < last ? <LinkButton href={path(page + 1)}>Next</LinkButton> : null}
    </nav>
  );
}
