type Report = (part: string, error: unknown) => Promise<unknown>;

export function makeBoundary(report: Report) {
  const known: unknown[] = [];
  const send = async (part: string, error: unknown): Promise<void> => {
    if (known.includes(error)) return;
    known.push(error);
    try {
      await report(part, error);
    } catch {
      // The log server is down. There is nobody to tell.
    }
  };
  return <Value>(part: string, task: () => Promise<Value>): Promise<Value> =>
    (async () => await task())().catch((error: unknown) => {
      void send(part, error);
      throw error;
    });
}
