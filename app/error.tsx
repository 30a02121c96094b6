'use client';
import type { ReactElement } from 'react';
import { Failure } from './_components/shell/failure.tsx';

export default function ErrorPage(props: { error: unknown; retry: () => void }): ReactElement {
  return <Failure {...props} />;
}
