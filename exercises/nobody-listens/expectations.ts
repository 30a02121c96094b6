import type { Expectations, Outcome } from '#grader/author.ts';
import type scenarios from './scenarios.ts';

/** An outcome as a phrase. */
function inWords(outcome: Outcome): string {
  if ('error' in outcome) return `rejects with ${outcome.error.name}: ${outcome.error.message}`;
  return `fulfils with ${JSON.stringify(outcome.value)}`;
}

export default {
  'everything is ready after 500 ms': (evidence) => {
    const { expect } = evidence;
    expect(evidence.result).toEqual({ menu: ['Tea', 'Toast'], plan: 'Ada opens' });
    expect(evidence).toStartAt('makePlan', 300);
    expect(evidence).toTakeExactly(500);
  },

  'the menu fails while the staff is fetched': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRejectWith({ name: 'Error', message: 'No menu today' });
    expect(evidence).toTakeExactly(100);
  },

  'the staff fails while the menu is fetched': (evidence) => {
    const { expect } = evidence;
    expect(evidence).toRejectWith({ name: 'Error', message: 'Nobody is here' });
    expect(evidence.calls('makePlan').length, 'calls of makePlan without staff').toBe(0);
    expect(evidence).toTakeExactly(150);
  },

  'the plan does not wait for the menu': (evidence) => {
    const { expect } = evidence;
    const { menuMs, staffMs, plan, day } = evidence.result;
    expect(evidence).toStartAt('makePlan', staffMs);
    expect(day).toEqual({ menu: ['Tea', 'Toast'], plan });
    expect(evidence).toTakeExactly(menuMs);
  },

  'the menu fails while the plan is made': (evidence) => {
    const { expect } = evidence;
    const { failsAtMs, endedAtMs, outcome } = evidence.result;
    expect(inWords(outcome), 'openCafe').toBe('rejects with Error: No menu today');
    expect(endedAtMs, 'virtual ms at which it rejects').toBe(failsAtMs);
  },

  'the plan fails': (evidence) => {
    const { expect } = evidence;
    expect(inWords(evidence.result), 'openCafe').toBe('rejects with Error: Too few hands');
    expect(evidence).toTakeExactly(220);
  },

  'a second failure disturbs nobody': (evidence) => {
    const { expect } = evidence;
    const { firstMs, menuFirst, menuFirstMs, staffFirst } = evidence.result;
    expect(inWords(menuFirst), 'openCafe, when the menu fails first').toBe(
      'rejects with Error: No menu today',
    );
    expect(menuFirstMs, 'virtual ms at which it rejects').toBe(firstMs);
    expect(inWords(staffFirst), 'openCafe, when the staff fails first').toBe(
      'rejects with Error: Nobody is here',
    );
  },
} satisfies Expectations<typeof scenarios>;
