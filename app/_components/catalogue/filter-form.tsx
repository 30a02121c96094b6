import Form from 'next/form';
import type { ReactElement, ReactNode } from 'react';
import { Button, LinkButton } from '../ui/button.tsx';
import { isFiltered, type Filters } from './filters.ts';

const control = 'min-h-9 w-full min-w-0 rounded-md border border-line bg-surface px-2.5 text-base sm:text-sm';

type FilterFormProps = {
  filters: Filters;
  tracks: { id: string; title: string }[];
  topics: string[];
};

/** Search and filters as a form of the address: they work without JavaScript, and Back brings the last ones again. */
export function FilterForm({ filters, tracks, topics }: FilterFormProps): ReactElement {
  return (
    <Form
      action="/exercises"
      role="search"
      className="mb-8 grid grid-cols-2 items-end gap-2 sm:flex sm:flex-wrap"
    >
      <Field label="Search" className="col-span-2 sm:min-w-48 sm:flex-1">
        <input type="search" name="q" defaultValue={filters.text} className={control} />
      </Field>
      {tracks.length > 0 && (
        <Choice label="Track" name="track" value={filters.track} className="sm:max-w-52">
          {tracks.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </Choice>
      )}
      <Choice label="Topic" name="topic" value={filters.topic}>
        {topics.map((topic) => (
          <option key={topic}>{topic}</option>
        ))}
      </Choice>
      <Choice label="Level" name="level" value={filters.level}>
        <option value="introductory">Introductory</option>
        <option value="intermediate">Intermediate</option>
        <option value="advanced">Advanced</option>
      </Choice>
      <Choice label="Status" name="status" value={filters.status}>
        <option value="not-started">Not started</option>
        <option value="failed">Failed</option>
        <option value="some">Some tests pass</option>
        <option value="passed">Passed</option>
      </Choice>
      <Button type="submit" className="min-h-9">
        Filter
      </Button>
      {isFiltered(filters) && (
        <LinkButton href="/exercises" look="quiet" className="min-h-9">
          Clear
        </LinkButton>
      )}
    </Form>
  );
}

type FieldProps = { label: string; className?: string | undefined; children: ReactNode };

function Field({ label, className = '', children }: FieldProps): ReactElement {
  return (
    <label className={`grid gap-1 ${className}`}>
      <span className="text-xs text-muted">{label}</span>
      {children}
    </label>
  );
}

type ChoiceProps = FieldProps & { name: string; value: string };

function Choice({ label, name, value, className, children }: ChoiceProps): ReactElement {
  return (
    <Field label={label} className={className}>
      <select name={name} defaultValue={value} className={control}>
        <option value="">All</option>
        {children}
      </select>
    </Field>
  );
}
