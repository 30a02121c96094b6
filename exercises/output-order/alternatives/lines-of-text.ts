const lines = (text: string): string[] => text.trim().split(/\s*\n\s*/);

export const predictions = {
  first: lines(`
    start
    end
    promise
    timer
  `),
  second: lines(`
    good morning
    water on
    newspaper
    pour
    toast
  `),
  third: lines(`
    now
    quick
    after quick
    also quick
    slow
  `),
  fourth: lines(`
    red 1
    blue 1
    red 2
    blue 2
    red 3
    blue 3
    gold
  `),
  fifth: lines(`
    tortoise starts
    hare starts
    the race is on
    cheers
    applause
    hare arrives
    rain
    tortoise arrives
    prizes
  `),
};
