// fails: the third program: timers, and the microtasks between them
export const predictions = {
  first: ['start', 'end', 'promise', 'timer'],
  second: ['good morning', 'water on', 'newspaper', 'pour', 'toast'],
  third: ['now', 'quick', 'after quick', 'also quick', 'slow', 'slow'],
  fourth: ['red 1', 'blue 1', 'red 2', 'blue 2', 'red 3', 'blue 3', 'gold'],
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
