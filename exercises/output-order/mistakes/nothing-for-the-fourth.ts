// fails: the fourth program
export const predictions = {
  first: ['start', 'end', 'promise', 'timer'],
  second: ['good morning', 'water on', 'newspaper', 'pour', 'toast'],
  third: ['now', 'quick', 'after quick', 'also quick', 'slow'],
  fourth: [],
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
