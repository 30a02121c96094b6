class Sleeper {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly signal: AbortSignal | undefined;

  constructor(signal: AbortSignal | undefined) {
    this.signal = signal;
  }

  sleep(ms: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (settle: () => void) => () => {
        clearTimeout(this.timer);
        this.signal?.removeEventListener('abort', fail);
        settle();
      };
      const fail = end(() => reject(this.signal?.reason));
      if (this.signal?.aborted) return fail();
      this.timer = setTimeout(end(resolve), ms);
      this.signal?.addEventListener('abort', fail);
    });
  }
}

export const sleep = (ms: number, signal?: AbortSignal): Promise<void> => new Sleeper(signal).sleep(ms);
