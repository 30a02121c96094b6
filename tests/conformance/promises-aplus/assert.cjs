// The part of `assert` that the Promises/A+ suite uses.
function assert(condition, message = 'expected a true value') {
  if (!condition) throw new Error(message);
}
assert.strictEqual = (actual, expected) => {
  if (!Object.is(actual, expected)) throw new Error(`${String(actual)} is not ${String(expected)}`);
};
assert.notStrictEqual = (actual, expected) => {
  if (Object.is(actual, expected)) throw new Error(`unexpected ${String(actual)}`);
};
module.exports = assert;
