const inOrder = ({ now, microtasks = [], timers = [] }) => Object.freeze([...now, ...microtasks, ...timers]);

const first = inOrder({ now: ['start', 'end'], microtasks: ['promise'], timers: ['timer'] });
const second = inOrder({ now: ['good morning', 'water on', 'newspaper'], microtasks: ['pour', 'toast'] });
const third = inOrder({ now: ['now'], timers: ['quick', 'after quick', 'also quick', 'slow'] });
const fourth = inOrder({
  now: ['red 1'],
  microtasks: [1, 2].flatMap((turn) => [`blue ${turn}`, `red ${turn + 1}`]).concat('blue 3'),
  timers: ['gold'],
});
const fifth = inOrder({
  now: ['tortoise starts', 'hare starts', 'the race is on'],
  microtasks: ['cheers'],
  timers: ['applause', 'hare arrives', 'rain', 'tortoise arrives', 'prizes'],
});

export const predictions = { first, second, third, fourth, fifth };
