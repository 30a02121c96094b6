// fails: the jobs run one after another
export async function sortWork(jobs) {
  const sorted = { waits: [], computes: [] };
  const measured = await Promise.all(
    jobs.map(async ({ name, run }) => {
      let beats = 0;
      const heart = setInterval(() => (beats += 1), 10);
      const startMs = performance.now();
      await Promise.try(run).catch(() => {});
      clearInterval(heart);
      return { name, share: (beats * 10) / (performance.now() - startMs) };
    }),
  );
  for (const { name, share } of measured) sorted[share > 0.5 ? 'waits' : 'computes'].push(name);
  return sorted;
}
