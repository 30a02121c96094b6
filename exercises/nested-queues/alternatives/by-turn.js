// A turn is one macrotask with all the microtasks after it.
const turns = (...all) => Object.freeze(all.flat());

export const predictions = {
  first: turns(['wake up', 'shoes', 'coat', 'laces'], ['bus']),
  second: turns(['menu'], ['soup', 'spoon'], ['pasta'], ['cake'], ['coffee']),
  third: turns(['paper', 'red', 'amber', 'green', 'blue', 'violet', 'white']),
  fourth: turns(['bell'], ['door', 'key'], ['garden'], ['window'], ['clock']),
  fifth: turns(
    ['people wait'],
    ['gate opens', 'guard waves', 'Ada goes in', 'Bo goes in', 'Ada sits down'],
    ['music'],
  ),
};
