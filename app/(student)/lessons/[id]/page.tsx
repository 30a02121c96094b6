import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import type { ReactElement } from 'react';
import { BeforeLinks, PlaceLinks } from '#app/_components/content-link.tsx';
import { LessonBlocks } from '#app/_components/lesson/lesson-blocks.tsx';
import { Breadcrumb } from '#app/_components/ui/breadcrumb.tsx';
import { Page, PageHeading } from '#app/_components/ui/page.tsx';
import type { Query } from '#app/_components/workspace/place.ts';
import { getDatabase } from '#app/_data/database.ts';
import { findLesson, findLessonTitle } from '#app/_data/lessons.ts';
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
        <BeforeLinks links={lesson.prerequisites} className="mb-6" />
        <LessonBlocks blocks={lesson.blocks} />
      </article>
      <PlaceLinks place={place} />
    </Page>
  );
}
