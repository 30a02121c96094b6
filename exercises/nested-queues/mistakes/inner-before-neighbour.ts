// fails: the first program: a microtask from a microtask
export const predictions = {
  first: ['wake up', 'shoes', 'laces', 'coat', 'bus'],
  second: ['menu', 'soup', 'spoon', 'pasta', 'cake', 'coffee'],
  third: ['paper', 'red', 'amber', 'green', 'blue', 'violet', 'white'],
  fourth: ['bell', 'door', 'key', 'garden', 'window', 'clock'],
  fifth: ['people wait', 'gate opens', 'guard waves', 'Ada goes in', 'Bo goes in', 'Ada sits down', 'music'],
};
