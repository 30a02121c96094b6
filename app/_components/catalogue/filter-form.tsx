import Form from 'next/form';
import type { ReactElement } from 'react';
import { Button, LinkButton } from '../ui/button.tsx';
import type { Filters } from './filters.ts';

const control = 'min-h-9 rounded-md border border-line bg-surface px-2.5 text-base sm:text-sm';

/** Search and filters as a form of the address: they work without JavaScript, and Back brings the last ones again. */
export function FilterForm({ filters, topics }: { filters: Filters; topics: string[] }): ReactElement {
  const isFiltered = filters.text !== '' || filters.topic !== '' || filters.status !== '';
  return (
    <Form action="/exercises" role="search" className="mb-6 flex flex-wrap items-end gap-2">
      <label className="grid min-w-40 flex-1 gap-1 sm:max-w-xs">
        <span className="text-xs text-muted">Search</span>
        <input type="search" name="q" defaultValue={filters.text} className={control} />
      </label>
      <label className="grid gap-1">
        <span className="text-xs text-muted">Topic</span>
        <select name="topic" defaultValue={filters.topic} className={control}>
          <option value="">All</option>
          {topics.map((topic) => (
            <option key={topic}>{topic}</option>
          ))}
        </select>
      </label>
      <label className="grid gap-1">
        <span className="text-xs text-muted">Status</span>
        <select name="status" defaultValue={filters.status} className={control}>
          <option value="">All</option>
          <option value="not-started">Not started</option>
          <option value="failed">Failed</option>
          <option value="some">Some tests pass</option>
          <option value="passed">Passed</option>
        </select>
      </label>
      <Button type="submit" className="min-h-9">
        Filter
      </Button>
      {isFiltered && (
        <LinkButton href="/exercises" look="quiet" className="min-h-9">
          Clear
        </LinkButton>
      )}
    </Form>
  );
}
