const lines = (text: string): string[] => text.trim().split(/\s*\n\s*/);

export const predictions = {
  first: lines(`
    wake up
    shoes
    coat
    laces
    bus
  `),
  second: lines(`
    menu
    soup
    spoon
    pasta
    cake
    coffee
  `),
  third: lines(`
    paper
    red
    amber
    green
    blue
    violet
    white
  `),
  fourth: lines(`
    bell
    door
    key
    garden
    window
    clock
  `),
  fifth: lines(`
    people wait
    gate opens
    guard waves
    Ada goes in
    Bo goes in
    Ada sits down
    music
  `),
};
