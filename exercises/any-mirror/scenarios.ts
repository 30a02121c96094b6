import type { Lab, Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

type Solution = typeof solution;
type Mirror = { name: string; ms: number; fault: string | null };

function downloadFrom(lab: Lab<Solution>, mirrors: Mirror[]): solution.Download {
  const find = (name: unknown) => mirrors.find((mirror) => mirror.name === name);
  const { download } = lab.simulate({
    download: {
      ms: ([name]) => find(name)?.ms ?? 0,
      value: (name: string) => `file from ${name}`,
      rejects: ([name]) => find(name)?.fault ?? undefined,
    },
  });
  return download;
}

/** Five to eight mirrors that are all down, each at its own time. */
function someMirrors(lab: Lab<Solution>): Mirror[] {
  return Array.from({ length: lab.integer(5, 8) }, (_, index) => ({
    name: `mirror-${index}`,
    ms: lab.integer(1, 40) * 10 + index,
    fault: `Fault ${lab.integer(100, 999)}`,
  }));
}

function namesOf(mirrors: Mirror[]): string[] {
  return mirrors.map(({ name }) => name);
}

export default {
  'the first file wins': {
    async run(lab) {
      const mirrors = [
        { name: 'north', ms: 300, fault: null },
        { name: 'south', ms: 120, fault: null },
        { name: 'east', ms: 200, fault: null },
      ];
      return await lab.solution.downloadFile(namesOf(mirrors), downloadFrom(lab, mirrors));
    },
  },

  'a mirror that is down does not matter': {
    async run(lab) {
      const mirrors = [
        { name: 'north', ms: 20, fault: 'Mirror is down' },
        { name: 'south', ms: 150, fault: null },
      ];
      return await lab.solution.downloadFile(namesOf(mirrors), downloadFrom(lab, mirrors));
    },
  },

  'a report when no mirror answers': {
    async run(lab) {
      const mirrors = [
        { name: 'north', ms: 200, fault: 'Mirror is down' },
        { name: 'south', ms: 100, fault: 'Disk is full' },
      ];
      const download = downloadFrom(lab, mirrors);
      return await lab.outcomeOf(() => lab.solution.downloadFile(namesOf(mirrors), download));
    },
  },

  'one of many is enough': {
    hidden: true,
    async run(lab) {
      const down = someMirrors(lab);
      const good = { name: `good-${lab.integer(10, 99)}`, ms: lab.integer(1, 40) * 10 + 9, fault: null };
      const mirrors = lab.shuffle([...down, good]);
      const file = await lab.solution.downloadFile(namesOf(mirrors), downloadFrom(lab, mirrors));
      const arrivedMs = lab.now();
      await lab.sleep(500);
      return { mirrors, good, file, arrivedMs };
    },
  },

  'a report on any number of mirrors': {
    hidden: true,
    async run(lab) {
      const mirrors = lab.shuffle(someMirrors(lab));
      const download = downloadFrom(lab, mirrors);
      const outcome = await lab.outcomeOf(() => lab.solution.downloadFile(namesOf(mirrors), download));
      return { mirrors, outcome };
    },
  },

  'an empty file is a file': {
    hidden: true,
    async run(lab) {
      const emptyMs = lab.integer(20, 90);
      const { download } = lab.simulate({ download: { ms: [emptyMs, 200], values: ['', 'full'] } });
      const file = await lab.solution.downloadFile(['north', 'south'], download);
      return { emptyMs, file };
    },
  },

  'no mirrors, a short report': {
    hidden: true,
    async run(lab) {
      const download = downloadFrom(lab, []);
      return await lab.outcomeOf(() => lab.solution.downloadFile([], download));
    },
  },
} satisfies Scenarios<Solution>;
