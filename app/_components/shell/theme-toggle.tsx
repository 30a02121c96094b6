'use client';
import { Moon, Sun } from 'lucide-react';
import type { ReactElement } from 'react';

type ThemeToggleProps = { save: (theme: 'light' | 'dark') => Promise<void> };

/** Turns light into dark at once, then has it remembered. What shows now is read from the page: "system" may be either. */
export function ThemeToggle({ save }: ThemeToggleProps): ReactElement {
  const toggle = async (): Promise<void> => {
    const isDark = getComputedStyle(document.documentElement).colorScheme === 'dark';
    const theme = isDark ? 'light' : 'dark';
    document.documentElement.dataset['theme'] = theme;
    await save(theme);
  };
  return (
    <button
      type="button"
      onClick={() => void toggle()}
      aria-label="Switch between light and dark"
      className="inline-flex size-8 cursor-pointer items-center justify-center rounded-md text-muted hover:bg-raised hover:text-text"
    >
      <Moon size={16} aria-hidden className="dark-hidden" />
      <Sun size={16} aria-hidden className="light-hidden" />
    </button>
  );
}
