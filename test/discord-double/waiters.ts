/** Promises that wait for something to happen, never for longer than they were told to. */

interface Waiter<T> {
  resolve(value: T): void;
  reject(error: Error): void;
}

export class Waiters<T> {
  readonly #waiting = new Set<Waiter<T>>();

  /** `complaint` says what did not happen; it is asked only when the time is up. */
  wait(timeoutMs: number, complaint: () => string): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      const timer = setTimeout(() => {
        waiter.reject(new Error(`${complaint()} (waited ${timeoutMs} ms)`));
      }, timeoutMs);
      const settle = () => {
        clearTimeout(timer);
        this.#waiting.delete(waiter);
      };
      const waiter: Waiter<T> = {
        resolve(value) {
          settle();
          resolve(value);
        },
        reject(error) {
          settle();
          reject(error);
        },
      };
      this.#waiting.add(waiter);
    });
  }

  resolveAll(value: T): void {
    for (const waiter of [...this.#waiting]) waiter.resolve(value);
  }

  rejectAll(error: Error): void {
    for (const waiter of [...this.#waiting]) waiter.reject(error);
  }
}
