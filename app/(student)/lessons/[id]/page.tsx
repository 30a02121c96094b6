import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import type { ReactElement } from 'react';
import { hrefOf, PlaceLinks } from '#app/_components/content-link.tsx';
import { LessonBlocks } from '#app/_components/lesson/lesson-blocks.tsx';
import { Breadcrumb } from '#app/_components/ui/breadcrumb.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import type { Query } from '#app/_components/workspace/place.ts';
import { getDatabase } from '#app/_data/database.ts';
import { findLesson, findLessonTitle, type StudentLesson } from '#app/_data/lessons.ts';
import { requireUser } from '#app/_data/session.ts';
import { findPlace } from '#app/_data/tracks.ts';

type LessonPageProps = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: LessonPageProps): Promise<Metadata> {
  await requireUser();
  return { title: (await findLessonTitle(getDatabase(), (await params).id)) ?? 'Lesson' };
}

/** One lesson, with the recordings of its snippets and the way on through its track. */
export default async function LessonPage({ params, searchParams }: LessonPageProps): Promise<ReactElement> {
  await requireUser();
  const { id } = await params;
  const { track } = await searchParams;
  const database = getDatabase();
  const lesson = (await findLesson(database, id)) ?? notFound();
  const place = await findPlace(database, id, typeof track === 'string' ? track : undefined);
  const up = place.track && { href: `/tracks/${place.track.id}`, label: place.track.title };
  return (
    <Page>
      <Breadcrumb trail={[{ href: '/exercises', label: 'Exercises' }, ...(up === null ? [] : [up])]} />
      <article>
        <PageHeading title={lesson.title}>
          Lesson · {lesson.durationMinutes} min · {lesson.level} · {lesson.topics.join(', ')}
        </PageHeading>
        <Before prerequisites={lesson.prerequisites} />
        <LessonBlocks blocks={lesson.blocks} />
      </article>
      <PlaceLinks place={place} />
    </Page>
  );
}

/** What is good to know first. It is advice: nothing is locked. */
function Before({ prerequisites }: Pick<StudentLesson, 'prerequisites'>): ReactElement | null {
  if (prerequisites.length === 0) return null;
  return (
    <p className="mb-6 text-muted">
      Good to have done before:{' '}
      {prerequisites.map((link, index) => (
        <span key={link.id}>
          {index === 0 ? '' : ', '}
          <Link href={hrefOf(link)}>{link.title}</Link>
        </span>
      ))}
      .
    </p>
  );
}
