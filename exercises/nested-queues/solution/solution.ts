export type Program = 'first' | 'second' | 'third' | 'fourth' | 'fifth';

/** The lines that each program prints, in order. */
export const predictions: Record<Program, string[]> = {
  first: ['wake up', 'shoes', 'coat', 'laces', 'bus'],
  second: ['menu', 'soup', 'spoon', 'pasta', 'cake', 'coffee'],
  third: ['paper', 'red', 'amber', 'green', 'blue', 'violet', 'white'],
  fourth: ['bell', 'door', 'key', 'garden', 'window', 'clock'],
  fifth: ['people wait', 'gate opens', 'guard waves', 'Ada goes in', 'Bo goes in', 'Ada sits down', 'music'],
};
