type Moments = [readAtMs: number, wroteAtMs: number][];

const comesAtMs = [0, 100, 200];

function scheduleOf(moments: Moments): { readMs: number; writeMs: number }[] {
  return moments.map(([readAtMs, wroteAtMs], index) => ({
    readMs: readAtMs - (comesAtMs[index] ?? 0),
    writeMs: wroteAtMs - readAtMs,
  }));
}

export const schedules = {
  losesOne: scheduleOf([
    [5, 10],
    [105, 300],
    [205, 250],
  ]),
  losesTwo: scheduleOf([
    [210, 230],
    [220, 240],
    [225, 250],
  ]),
  runsBackwards: scheduleOf([
    [90, 350],
    [101, 150],
    [201, 251],
  ]),
  lastComesFirst: scheduleOf([
    [450, 470],
    [400, 420],
    [300, 350],
  ]),
};
