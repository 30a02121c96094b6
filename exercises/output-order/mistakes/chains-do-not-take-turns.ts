// fails: the fourth program
export const predictions = {
  first: ['start', 'end', 'promise', 'timer'],
  second: ['good morning', 'water on', 'newspaper', 'pour', 'toast'],
  third: ['now', 'quick', 'after quick', 'also quick', 'slow'],
  fourth: ['red 1', 'blue 1', 'blue 2', 'blue 3', 'red 2', 'red 3', 'gold'],
  fifth: [
    'tortoise starts',
    'hare starts',
    'the race is on',
    'cheers',
    'applause',
    'hare arrives',
    'rain',
    'tortoise arrives',
    'prizes',
  ],
};
