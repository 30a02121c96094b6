class Semaphore {
  #holders = 0;
  #line = [];
  #places;

  constructor(places) {
    this.#places = places;
  }

  #admit() {
    while (this.#holders < this.#places && this.#line.length > 0) {
      this.#holders += 1;
      this.#line.shift().resolve();
    }
  }

  acquire = () => {
    const ticket = Promise.withResolvers();
    this.#line.push(ticket);
    this.#admit();
    return ticket.promise;
  };

  release = () => {
    this.#holders -= 1;
    this.#admit();
  };

  use = async (task) => {
    await this.acquire();
    try {
      const value = await task();
      this.release();
      return value;
    } catch (error) {
      this.release();
      throw error;
    }
  };
}

export const makeSemaphore = (places) => new Semaphore(places);
