export type Program = 'first' | 'second' | 'third' | 'fourth' | 'fifth';

/** The lines that each program prints, in order. So far they stand as in the source, from top to bottom. */
export const predictions: Record<Program, string[]> = {
  first: ['start', 'timer', 'promise', 'end'],
  second: ['good morning', 'water on', 'pour', 'toast', 'newspaper'],
  third: ['slow', 'quick', 'after quick', 'also quick', 'now'],
  fourth: ['gold', 'blue 1', 'blue 2', 'blue 3', 'red 1', 'red 2', 'red 3'],
  fifth: [
    'rain',
    'tortoise starts',
    'tortoise arrives',
    'hare starts',
    'hare arrives',
    'prizes',
    'cheers',
    'applause',
    'the race is on',
  ],
};
