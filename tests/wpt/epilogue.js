// Runs after the tests' own scripts: one line per file of tests, and one per test that did not pass.
add_completion_callback((tests, status) => {
  const failed = tests.filter((test) => test.status !== test.PASS);
  console.log(
    JSON.stringify({
      total: tests.length,
      passed: tests.length - failed.length,
      status: status.status === status.OK ? '' : String(status.message),
    }),
  );
  for (const test of failed.slice(0, 450)) console.log(`${test.name}: ${test.message}`.slice(0, 300));
});
