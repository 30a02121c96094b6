import 'server-only';
import type { TrackBundle } from '#grader/index.ts';
import type { Database } from './database.ts';

export type StudentTrack = Pick<TrackBundle, 'id' | 'title' | 'description' | 'introduction' | 'items'>;

/** A page of a lesson or an exercise. */
export type ContentLink = { kind: 'lesson' | 'exercise'; id: string; title: string };

/** Where something stands: in this track, between these two. Tracks follow one another. */
export type Place = {
  track: { id: string; title: string } | null;
  previous: ContentLink | null;
  next: ContentLink | null;
};

/** The tracks on offer, in their order. An item may have been retired since. */
export async function listTracks(database: Database): Promise<StudentTrack[]> {
  return await database.$queryRaw<StudentTrack[]>`
    select t.id, v.title, v.bundle ->> 'description' as description,
      v.bundle ->> 'introduction' as introduction, v.bundle -> 'items' as items
    from "Track" t join "TrackVersion" v on v.id = t."currentVersionId"
    where t."retiredAt" is null
    order by t."order", t.id`;
}

/** All lessons and exercises on offer, in their order. */
export async function listContentLinks(database: Database): Promise<ContentLink[]> {
  return await database.$queryRaw<ContentLink[]>`
    select kind, id, title from (
      select 'exercise' as kind, e.id, v.title, e."order"
      from "Exercise" e join "ExerciseVersion" v on v.id = e."currentVersionId"
      where e."retiredAt" is null
      union all
      select 'lesson', l.id, v.title, l."order"
      from "Lesson" l join "LessonVersion" v on v.id = l."currentVersionId"
      where l."retiredAt" is null
    ) as content
    order by "order", id`;
}

/** Pages of these ids, as far as they are on offer, in their order. */
export async function findLinks(database: Database, ids: string[]): Promise<ContentLink[]> {
  if (ids.length === 0) return [];
  const links = await listContentLinks(database);
  return links.filter((link) => ids.includes(link.id));
}

/** @param trackId The track that one comes from, for what stands in several. */
export async function findPlace(database: Database, id: string, trackId?: string): Promise<Place> {
  const [tracks, links] = await Promise.all([listTracks(database), listContentLinks(database)]);
  return placeIn(tracks, links, id, trackId);
}

type Stop = { track: StudentTrack | null; link: ContentLink };

export function placeIn(tracks: StudentTrack[], links: ContentLink[], id: string, trackId?: string): Place {
  const path = pathThrough(tracks, links);
  const isHere = (stop: Stop): boolean => stop.link.id === id;
  const inTrack = path.findIndex((stop) => isHere(stop) && stop.track?.id === trackId);
  const index = inTrack === -1 ? path.findIndex(isHere) : inTrack;
  if (index === -1) return { track: null, previous: null, next: null };
  const track = path[index]?.track ?? null;
  return {
    track: track && { id: track.id, title: track.title },
    previous: path[index - 1]?.link ?? null,
    next: path[index + 1]?.link ?? null,
  };
}

/** All tracks, one after the other; then what is in none of them. */
function pathThrough(tracks: StudentTrack[], links: ContentLink[]): Stop[] {
  const byId = new Map(links.map((link) => [link.id, link]));
  const inTracks = tracks.flatMap((track) =>
    track.items.flatMap((item) => {
      const link = byId.get(item);
      return link === undefined ? [] : [{ track, link }];
    }),
  );
  const listed = new Set(inTracks.map(({ link }) => link.id));
  const others = links.filter((link) => !listed.has(link.id));
  return [...inTracks, ...others.map((link) => ({ track: null, link }))];
}
