// fails: the fourth program
export const predictions = {
  first: ['wake up', 'shoes', 'coat', 'laces', 'bus'],
  second: ['menu', 'soup', 'spoon', 'pasta', 'cake', 'coffee'],
  third: ['paper', 'red', 'amber', 'green', 'blue', 'violet', 'white'],
  fourth: ['bell', 'door', 'key', 'window', 'garden', 'clock'],
  fifth: ['people wait', 'gate opens', 'guard waves', 'Ada goes in', 'Bo goes in', 'Ada sits down', 'music'],
};
