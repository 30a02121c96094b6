// fails: the fifth program
export const predictions = {
  first: ['wake up', 'shoes', 'coat', 'laces', 'bus'],
  second: ['menu', 'soup', 'spoon', 'pasta', 'cake', 'coffee'],
  third: ['paper', 'red', 'amber', 'green', 'blue', 'violet', 'white'],
  fourth: ['bell', 'door', 'key', 'garden', 'window', 'clock'],
  fifth: ['people wait', 'gate opens', 'Ada goes in', 'Bo goes in', 'guard waves', 'Ada sits down', 'music'],
};
