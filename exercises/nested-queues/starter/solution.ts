export type Program = 'first' | 'second' | 'third' | 'fourth' | 'fifth';

/** The lines that each program prints, in order. So far they stand as in the source, from top to bottom. */
export const predictions: Record<Program, string[]> = {
  first: ['bus', 'shoes', 'laces', 'coat', 'wake up'],
  second: ['soup', 'coffee', 'spoon', 'pasta', 'cake', 'menu'],
  third: ['green', 'white', 'violet', 'red', 'blue', 'amber', 'paper'],
  fourth: ['door', 'window', 'key', 'garden', 'clock', 'bell'],
  fifth: ['Ada goes in', 'Ada sits down', 'Bo goes in', 'gate opens', 'guard waves', 'music', 'people wait'],
};
