import 'server-only';
import type { Database } from './database.ts';
import { listExercises, type ExerciseCard } from './exercises.ts';
import { listLessons, type LessonCard } from './lessons.ts';
import { listTracks, type StudentTrack } from './tracks.ts';

export type CatalogueItem = ({ kind: 'exercise' } & ExerciseCard) | ({ kind: 'lesson' } & LessonCard);

export type CatalogueTrack = Omit<StudentTrack, 'items'> & { items: CatalogueItem[] };

export type Catalogue = {
  tracks: CatalogueTrack[];
  /** What is in no track. */
  others: CatalogueItem[];
};

/** All that is on offer, by track, with this person's progress. */
export async function listCatalogue(database: Database, userId: string): Promise<Catalogue> {
  const [tracks, lessons, exercises] = await Promise.all([
    listTracks(database),
    listLessons(database),
    listExercises(database, userId),
  ]);
  const items: CatalogueItem[] = [
    ...lessons.map((lesson) => ({ kind: 'lesson' as const, ...lesson })),
    ...exercises.map((exercise) => ({ kind: 'exercise' as const, ...exercise })),
  ];
  return arrange(tracks, items);
}

export function arrange(tracks: StudentTrack[], items: CatalogueItem[]): Catalogue {
  const byId = new Map(items.map((item) => [item.id, item]));
  const listed = new Set(tracks.flatMap((track) => track.items));
  return {
    tracks: tracks.map((track) => ({
      ...track,
      items: track.items.flatMap((id) => byId.get(id) ?? []),
    })),
    others: items.filter(({ id }) => !listed.has(id)),
  };
}
