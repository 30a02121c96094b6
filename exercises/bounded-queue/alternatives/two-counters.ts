/** Counts tickets. Whoever asks for one while there is none waits in line. */
class Tickets {
  #count: number;
  readonly #waiting: (() => void)[] = [];

  constructor(count: number) {
    this.#count = count;
  }

  async get(): Promise<void> {
    if (this.#count === 0) return await new Promise((resolve) => this.#waiting.push(resolve));
    this.#count -= 1;
  }

  give(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#count += 1;
  }
}

export function makeQueue<Value>(capacity: number) {
  const values: Value[] = [];
  const places = new Tickets(capacity);
  const goods = new Tickets(0);
  return {
    async push(value: Value): Promise<void> {
      await places.get();
      values.push(value);
      goods.give();
    },
    async take(): Promise<Value> {
      await goods.get();
      places.give();
      return values.shift() as Value;
    },
  };
}
