import type { Scenarios } from '#grader/author.ts';
import type * as solution from './solution/solution.ts';

export default {
  'a fresh value is not loaded again': {
    async run(lab) {
      const { load } = lab.simulate({ load: { ms: 200, values: ['sun', 'rain'] } });
      const get = lab.solution.makeCache(load, 1000);
      return [await get('Rome'), await get('Rome')];
    },
  },

  'a crowd at an empty cache asks once': {
    async run(lab) {
      const { load } = lab.simulate({ load: { ms: 200, values: ['sun', 'rain'] } });
      const get = lab.solution.makeCache(load, 1000);
      return await Promise.all([get('Rome'), get('Rome'), get('Rome')]);
    },
  },

  'one load, whenever the visitors come': {
    explore: true,
    async run(lab) {
      const { load, walk } = lab.simulate({ load: { ms: 200, values: ['sun', 'rain'] }, walk: { ms: 500 } });
      const get = lab.solution.makeCache(load, 600_000);
      const first = get('Rome');
      await walk();
      const second = get('Rome');
      await walk();
      return await Promise.all([first, second, get('Rome')]);
    },
  },

  'a value is kept until it is too old, and no longer': {
    async run(lab) {
      const { load } = lab.simulate({ load: { ms: 200, values: ['sun', 'rain', 'snow'] } });
      const get = lab.solution.makeCache(load, 1000);
      const first = await get('Rome');
      await lab.sleep(999);
      const at999Ms = await get('Rome');
      await lab.sleep(1);
      return { first, at999Ms, at1000Ms: await get('Rome') };
    },
  },

  'a failure is not kept': {
    async run(lab) {
      const { load } = lab.simulate({ load: { ms: 200, rejects: ['Office is closed'], value: 'sun' } });
      const get = lab.solution.makeCache(load, 1000);
      const attempt = () => lab.outcomeOf(() => get('Rome'));
      const [first, second] = await Promise.all([attempt(), attempt()]);
      return { first, second, third: await attempt() };
    },
  },

  'the age counts from the arrival': {
    hidden: true,
    async run(lab) {
      const loadMs = lab.integer(300, 600);
      const maxAgeMs = loadMs + lab.integer(-50, 50);
      const { load } = lab.simulate({ load: { ms: loadMs, values: ['sun', 'rain'] } });
      const get = lab.solution.makeCache(load, maxAgeMs);
      const first = await get('Oslo');
      await lab.sleep(maxAgeMs - 1);
      return { loadMs, maxAgeMs, first, second: await get('Oslo') };
    },
  },

  'a crowd at an old value asks once': {
    hidden: true,
    explore: true,
    async run(lab) {
      const maxAgeMs = lab.integer(100, 900);
      const { load } = lab.simulate({ load: { ms: 200, values: ['sun', 'rain', 'snow'] } });
      const get = lab.solution.makeCache(load, maxAgeMs);
      const before = await get('Oslo');
      await lab.sleep(maxAgeMs);
      return { before, after: await Promise.all([get('Oslo'), get('Oslo'), get('Oslo')]) };
    },
  },

  'an old value does not stand in for a failure': {
    hidden: true,
    async run(lab) {
      const maxAgeMs = lab.integer(100, 900);
      const { load } = lab.simulate({
        load: { ms: 50, rejects: { 1: 'Office is closed' }, values: ['sun', 'none', 'rain'] },
      });
      const get = lab.solution.makeCache(load, maxAgeMs);
      await get('Oslo');
      await lab.sleep(maxAgeMs + lab.integer(0, 90));
      const attempt = () => lab.outcomeOf(() => get('Oslo'));
      return { second: await attempt(), third: await attempt() };
    },
  },

  'different keys do not wait for each other': {
    hidden: true,
    async run(lab) {
      const latenciesMs = [lab.integer(200, 300), lab.integer(50, 100), lab.integer(110, 190)];
      const { load } = lab.simulate({
        load: { ms: latenciesMs, value: (key: string) => `weather in ${key}` },
      });
      const get = lab.solution.makeCache(load, 1000);
      const keys = lab.shuffle(['Oslo', 'Rome', 'Bern', 'Kyiv']).slice(0, 3);
      return { latenciesMs, keys, values: await Promise.all(keys.map((key) => get(key))) };
    },
  },

  'an empty value is a value': {
    hidden: true,
    async run(lab) {
      const values = lab.shuffle([0, null, '', false]);
      const { load } = lab.simulate({ load: { ms: lab.integer(20, 80), values } });
      const get = lab.solution.makeCache(load, 5000);
      const given = [];
      for (const key of ['a', 'b', 'c', 'd', 'a', 'b', 'c', 'd']) given.push(await get(key));
      return { values, given };
    },
  },
} satisfies Scenarios<typeof solution>;
