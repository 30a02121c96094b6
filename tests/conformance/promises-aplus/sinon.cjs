// The part of `sinon` that the Promises/A+ suite uses: spies that remember their calls, and assertions about these.
let calls = 0;

function spy(implementation = () => undefined) {
  function made(...args) {
    made.calls.push({ args, order: (calls += 1) });
    return implementation.apply(this, args);
  }
  made.calls = [];
  return made;
}

function stub() {
  let behave = () => undefined;
  return Object.assign(
    spy(() => behave()),
    {
      returns(value) {
        behave = () => value;
        return this;
      },
      throws(error) {
        behave = () => {
          throw error;
        };
        return this;
      },
    },
  );
}

function check(condition, message) {
  if (!condition) throw new Error(message);
}

module.exports = {
  spy,
  stub,
  match: { same: (expected) => ({ test: (actual) => Object.is(actual, expected) }) },
  assert: {
    calledWith(made, matcher) {
      check(
        made.calls.some(({ args }) => matcher.test(args[0])),
        'not called with the expected value',
      );
    },
    notCalled: (made) => check(made.calls.length === 0, `called ${made.calls.length} times`),
    callOrder(...spies) {
      const orders = spies.map((made) => made.calls[0]?.order ?? NaN);
      check(
        orders.every((order, index) => index === 0 || order > orders[index - 1]),
        `called in the order ${orders.join(', ')}`,
      );
    },
  },
};
