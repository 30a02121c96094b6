import type { Metadata } from 'next';
import type { ReactElement } from 'react';
import { ActionForm } from '#app/_components/ui/action-form.tsx';
import type { FieldSpec } from '#app/_components/ui/action-form.tsx';
import { Card } from '#app/_components/ui/card.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import { SubmitButton } from '#app/_components/ui/submit-button.tsx';
import { getDatabase } from '#app/_data/database.ts';
import { requireUser } from '#app/_data/session.ts';
import { findPasswordHash } from '#app/_data/users.ts';
import { changePassword, changeTheme, rename, signOutOfAll } from './actions.ts';

export const metadata: Metadata = { title: 'Settings' };

const themes = [
  { value: 'system', label: 'As this machine' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
];
const currentPassword: FieldSpec = {
  name: 'currentPassword',
  label: 'Current password',
  type: 'password',
  autoComplete: 'current-password',
  required: true,
};
const newPassword: FieldSpec = {
  name: 'newPassword',
  label: 'New password',
  type: 'password',
  autoComplete: 'new-password',
  required: true,
  hint: 'At least 10 characters; a few words are easy to remember.',
};

export default async function SettingsPage(): Promise<ReactElement> {
  const user = await requireUser();
  const hasPassword = (await findPasswordHash(getDatabase(), user.id)) !== null;
  return (
    <Page width="text">
      <PageHeading title="Settings">{user.email}</PageHeading>
      <div className="grid gap-6">
        <Card title="Name" about="Your instructor sees it.">
          <ActionForm
            action={rename}
            fields={[
              { name: 'name', label: 'Name', autoComplete: 'name', required: true, defaultValue: user.name },
            ]}
            submit="Save name"
          />
        </Card>
        <Card title="Appearance">
          <ActionForm
            action={changeTheme}
            fields={[{ name: 'theme', label: 'Colours', options: themes, defaultValue: user.theme }]}
            submit="Save appearance"
          />
        </Card>
        <Card title="Password" about="Changing it signs you out on every other device.">
          <ActionForm
            action={changePassword}
            fields={hasPassword ? [currentPassword, newPassword] : [newPassword]}
            submit={hasPassword ? 'Change password' : 'Set a password'}
          />
        </Card>
        <Card title="Sessions" about="Ends every sign-in of your account at once, this one included.">
          <form action={signOutOfAll}>
            <SubmitButton look="danger">Sign out everywhere</SubmitButton>
          </form>
        </Card>
      </div>
    </Page>
  );
}
