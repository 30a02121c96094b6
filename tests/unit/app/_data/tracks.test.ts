import { expect, test } from 'vitest';
import { placeIn, type ContentLink, type StudentTrack } from '#app/_data/tracks.ts';

const links = ['a', 'b', 'c', 'd'].map((id): ContentLink => ({ kind: 'exercise', id, title: `Title ${id}` }));
const track = (id: string, items: string[]): StudentTrack => ({
  id,
  title: id,
  description: '',
  introduction: '',
  items,
});
const tracks = [track('one', ['b', 'gone', 'a']), track('two', ['c', 'b'])];
const around = (id: string, trackId?: string): (string | undefined)[] => {
  const place = placeIn(tracks, links, id, trackId);
  return [place.track?.id, place.previous?.id, place.next?.id];
};

test('the way leads through a track, past what is gone', () => {
  expect(around('b')).toEqual(['one', undefined, 'a']);
});

test('the end of a track leads to the beginning of the next', () => {
  expect(around('a')).toEqual(['one', 'b', 'c']);
});

test('what stands in two tracks goes on in the one that one comes from', () => {
  expect(around('b', 'two')).toEqual(['two', 'c', 'd']);
  expect(around('b', 'no-such-track')).toEqual(['one', undefined, 'a']);
});

test('what is in no track comes last, and has its place all the same', () => {
  expect(around('d')).toEqual([undefined, 'b', undefined]);
  expect(around('retired')).toEqual([undefined, undefined, undefined]);
});
