// fails: the third program: ticks and microtasks call each other
export const predictions = {
  first: ['wake up', 'shoes', 'coat', 'laces', 'bus'],
  second: ['menu', 'soup', 'spoon', 'pasta', 'cake', 'coffee'],
  third: ['paper', 'red', 'green', 'amber', 'blue', 'violet', 'white'],
  fourth: ['bell', 'door', 'key', 'garden', 'window', 'clock'],
  fifth: ['people wait', 'gate opens', 'guard waves', 'Ada goes in', 'Bo goes in', 'Ada sits down', 'music'],
};
