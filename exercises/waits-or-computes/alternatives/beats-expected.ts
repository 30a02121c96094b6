type Job = { name: string; run: () => unknown };

async function settled(run: () => unknown): Promise<void> {
  const running = Promise.resolve().then(run);
  await Promise.allSettled([running]);
}

export function sortWork(jobs: Job[]): Promise<{ waits: string[]; computes: string[] }> {
  return jobs.reduce(
    async (before, { name, run }) => {
      const { waits, computes } = await before;
      const beats: number[] = [];
      const interval = setInterval(() => beats.push(Date.now()), 2);
      const startedAt = Date.now();
      await settled(run);
      clearInterval(interval);
      const expected = (Date.now() - startedAt) / 2;
      return beats.length < expected / 2
        ? { waits, computes: [...computes, name] }
        : { waits: [...waits, name], computes };
    },
    Promise.resolve({ waits: [] as string[], computes: [] as string[] }),
  );
}
