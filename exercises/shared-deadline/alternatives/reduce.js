export function runWithin(steps, input, limitMs) {
  const deadlineMs = Date.now() + limitMs;
  const signal = AbortSignal.timeout(limitMs);
  const runStep = ({ name, run }, value) =>
    run(value, { signal, leftMs: deadlineMs - Date.now() }).catch((error) => {
      throw signal.aborted ? new Error(`Time was up during ${name}`) : error;
    });
  const [first, ...others] = steps;
  return others.reduce(
    (running, step) => running.then((value) => runStep(step, value)),
    runStep(first, input),
  );
}
