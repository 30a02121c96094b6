import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Latencies = { cropMs: number; sharpenMs: number; frameMs: number };

function studio(lab: Lab<Solution>, { cropMs, sharpenMs, frameMs }: Latencies) {
  return lab.simulate({
    crop: { ms: cropMs, value: (picture: string) => `${picture}, cropped` },
    sharpen: { ms: sharpenMs, value: (picture: string) => `${picture}, sharp` },
    frame: { ms: frameMs, value: (picture: string) => `${picture}, framed` },
  });
}

export default {
  'each step works on what the one before has made': {
    async run(lab) {
      const { crop, sharpen, frame } = studio(lab, { cropMs: 100, sharpenMs: 200, frameMs: 50 });
      return await lab.solution.runSteps('cat', [crop, sharpen, frame]);
    },
  },

  'a step may give its picture at once': {
    async run(lab) {
      const { crop, frame } = studio(lab, { cropMs: 100, sharpenMs: 0, frameMs: 50 });
      const sign = (picture: string) => `${picture}, signed`;
      return await lab.solution.runSteps('dog', [sign, crop, sign, frame]);
    },
  },

  'a step that fails ends the pipeline': {
    async run(lab) {
      const { crop, sharpen, frame } = lab.simulate({
        crop: { ms: 100, value: 'cropped' },
        sharpen: { ms: 70, rejects: 'Too dark' },
        frame: { ms: 50, value: 'framed' },
      });
      return await lab.solution.runSteps('owl', [crop, sharpen, frame]);
    },
  },

  'without steps the picture stays as it is': {
    async run(lab) {
      return await lab.solution.runSteps('fox', []);
    },
  },

  'an empty picture is a picture': {
    hidden: true,
    async run(lab) {
      const { crop, frame } = lab.simulate({
        crop: { ms: lab.integer(10, 90), value: '' },
        frame: { ms: 50, value: (picture: string) => `[${picture}]` },
      });
      return await lab.solution.runSteps(`picture ${lab.integer(1, 99)}`, [crop, frame]);
    },
  },

  'any steps, at any speed': {
    hidden: true,
    async run(lab) {
      const times = Array.from({ length: lab.integer(4, 7) }, () => lab.integer(2, 99));
      const latenciesMs = [...times, 20].map(() => lab.integer(5, 200));
      const { turn } = lab.simulate({
        turn: { ms: latenciesMs, value: (picture: string) => `${picture}+` },
      });
      const blurs = times.map((time) => async (picture: string) => `${await turn(picture)}${time}`);
      const [first] = blurs;
      const steps = first === undefined ? [] : [...blurs, first];
      const list = [...steps];
      const picture = await lab.solution.runSteps('start', list);
      return { times, latenciesMs, picture, isListAsBefore: steps.every((step, at) => list[at] === step) };
    },
  },

  'a step that throws, anywhere in the list': {
    hidden: true,
    async run(lab) {
      const good = lab.integer(1, 4);
      const { crop, frame } = studio(lab, { cropMs: lab.integer(20, 90), sharpenMs: 0, frameMs: 50 });
      const fails = () => {
        throw new RangeError(`No room after ${good}`);
      };
      const steps = [...Array.from({ length: good }, () => crop), fails, frame];
      const outcome = await lab.outcomeOf(() => lab.solution.runSteps('hen', steps));
      await lab.sleep(200);
      return { good, outcome };
    },
  },
} satisfies Scenarios<Solution>;
