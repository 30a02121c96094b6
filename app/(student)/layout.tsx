import type { ReactNode } from 'react';
import '../_components/editor/code.css';
import '../_components/markdown/prose.css';

/** The student's pages share the look of code and of instructions; each decides for itself who may see it. */
export default function StudentLayout({ children }: { children: ReactNode }): ReactNode {
  return children;
}
