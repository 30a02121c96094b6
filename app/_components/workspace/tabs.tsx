import { useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react';

export type Tab<Id extends string> = { id: Id; label: ReactNode };

type TabsProps<Id extends string> = {
  label: string;
  tabs: Tab<Id>[];
  current: Id;
  onPick: (id: Id) => void;
  /** Begins the ids of the tabs and their panels. */
  name: string;
  className?: string;
};

/** A row of tabs: one tab stop, arrows inside. */
export function Tabs<Id extends string>(props: TabsProps<Id>): ReactElement {
  const { label, tabs, current, onPick, name, className = '' } = props;
  const list = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const index = tabs.findIndex((tab) => tab.id === current);
    const next = nextTab(event.key, tabs, index);
    if (next === undefined) return;
    event.preventDefault();
    onPick(next.id);
    list.current?.querySelector<HTMLElement>(`#${tabId(name, next.id)}`)?.focus();
  };
  return (
    <div
      ref={list}
      role="tablist"
      aria-label={label}
      className={`flex min-w-0 overflow-x-auto ${className}`}
      onKeyDown={onKeyDown}
    >
      {tabs.map((tab) => (
        <button
          key={tab.id}
          id={tabId(name, tab.id)}
          type="button"
          role="tab"
          aria-selected={tab.id === current}
          aria-controls={panelId(name, tab.id)}
          tabIndex={tab.id === current ? 0 : -1}
          className="min-h-9 shrink-0 cursor-pointer px-3 whitespace-nowrap text-muted hover:text-text aria-selected:font-medium aria-selected:text-text aria-selected:shadow-[inset_0_-2px_0_var(--link)]"
          onClick={() => onPick(tab.id)}
        >
          {tab.label}
        </button>
      ))}
    </div>
  );
}

export function tabId(name: string, id: string): string {
  return `${name}-tab-${id}`;
}

export function panelId(name: string, id: string): string {
  return `${name}-panel-${id}`;
}

function nextTab<Id extends string>(key: string, tabs: Tab<Id>[], index: number): Tab<Id> | undefined {
  if (key === 'ArrowRight') return tabs[(index + 1) % tabs.length];
  if (key === 'ArrowLeft') return tabs.at(index - 1);
  if (key === 'Home') return tabs[0];
  return key === 'End' ? tabs.at(-1) : undefined;
}

type TabPanelProps = {
  name: string;
  id: string;
  isCurrent: boolean;
  children: ReactNode;
  className?: string;
};

export function TabPanel({ name, id, isCurrent, children, className = '' }: TabPanelProps): ReactElement {
  return (
    <div
      role="tabpanel"
      id={panelId(name, id)}
      aria-labelledby={tabId(name, id)}
      tabIndex={0}
      hidden={!isCurrent}
      className={`min-h-0 flex-1 overflow-y-auto ${className}`}
    >
      {children}
    </div>
  );
}
