import type { Evidence, Expectations } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

function upwards(ids: number[]): number[] {
  return ids.toSorted((one, other) => one - other);
}

function askedFor(evidence: Evidence): number[] {
  return upwards(evidence.calls('fetchUser').map((call) => Number(call.args[0])));
}

export default {
  'three lookups start together and take as long as one': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual([
      { id: 1, name: 'Otter' },
      { id: 2, name: 'Heron' },
      { id: 3, name: 'Badger' },
    ]);
    expect(askedFor(evidence), 'ids asked for').toEqual([1, 2, 3]);
    expect(evidence).toStartTogether('fetchUser');
    expect(evidence).toTakeExactly(200);
  },

  'users come back in the order of the ids, whoever answers first': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual([
      { id: 7, name: 'Vole' },
      { id: 3, name: 'Badger' },
      { id: 5, name: 'Marten' },
    ]);
    expect(evidence).toTakeExactly(300);
  },

  'the first failure reaches the caller at once': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRejectWith('User 3 not found');
    expect(evidence).toTakeExactly(100);
  },

  'an empty list gives an empty list and asks for nobody': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual([]);
    expect(askedFor(evidence), 'ids asked for').toEqual([]);
    expect(evidence).toTakeExactly(0);
  },

  'any list of ids, at any speed': (evidence) => {
    const { expect } = evidence;
    const { ids, latenciesMs, users } = evidence.result;
    expect(users).toEqual(ids.map((id) => ({ id, name: `User ${id}` })));
    expect(askedFor(evidence), 'ids asked for').toEqual(upwards(ids));
    expect(evidence).toStartTogether('fetchUser');
    expect(evidence).toTakeExactly(Math.max(...latenciesMs));
  },

  'a failure anywhere in the list': (evidence) => {
    const { expect } = evidence;
    const { failingId, failsAtMs, message } = evidence.result;
    expect(message, 'what loadUsers rejects with').toBe(`User ${failingId} not found`);
    expect(evidence).toTakeExactly(failsAtMs);
  },
} satisfies Expectations<typeof scenarios>;
