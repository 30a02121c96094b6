// Everything in the demo has a fixed id, so that filling it again finds what is there.
import { createHash } from 'node:crypto';

/** The same UUID for the same name, for ever. */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`interleave demo ${name}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

export const DEMO_CLASSROOM_ID = demoId('classroom');
export const DEMO_CLASSROOM_NAME = 'Demo class';

/** One password for every demo account: they hold made-up data alone. */
export const DEMO_PASSWORD = 'interleave-demo';

export const demoStudentEmail = (number: number): string =>
  `student-${String(number).padStart(2, '0')}@demo.example.test`;
export const demoStudentName = (number: number): string =>
  `Student ${String(number).padStart(2, '0')} (demo)`;
export const DEMO_INSTRUCTOR_EMAIL = 'instructor@demo.example.test';
