/** Runs tasks one after the other, in the order in which they were handed in. */
export interface Serial {
  run: <Result>(task: () => Promise<Result>) => Promise<Result>
}

/** Creates a queue of its own; a failed task does not stop the ones behind it. */
export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve()
  return {
    run: (task) => {
      const result = last.then(task, task)
      last = result.catch(() => undefined)
      return result
    },
  }
}
