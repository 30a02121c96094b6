import type { ReactElement } from 'react';
import { LinkButton } from './_components/ui/button.tsx';
import { EmptyState } from './_components/ui/empty-state.tsx';
import { Page } from './_components/ui/page.tsx';

/** The same for what does not exist and for what is not yours to see. */
export default function NotFoundPage(): ReactElement {
  return (
    <Page width="text">
      <title>Not found · Interleave</title>
      <h1 className="sr-only">Not found</h1>
      <EmptyState
        title="There is nothing here for you"
        action={
          <>
            <LinkButton look="primary" href="/">
              Home
            </LinkButton>
            <LinkButton href="/exercises">Exercises</LinkButton>
          </>
        }
      >
        The address is wrong, what it led to is gone, or it belongs to somebody else.
      </EmptyState>
    </Page>
  );
}
