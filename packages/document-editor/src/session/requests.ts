/** Matches answers to questions by number; a question that is not answered in time resolves to undefined. */
export function createRequests<Answer>(timeoutMs = 15_000) {
  const waiting = new Map<number, (answer: Answer | undefined) => void>()
  let nextId = 1

  function settle(id: number, answer: Answer | undefined) {
    waiting.get(id)?.(answer)
    waiting.delete(id)
  }

  return {
    ask(send: (id: number) => void): Promise<Answer | undefined> {
      const id = nextId
      nextId += 1
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          settle(id, undefined)
        }, timeoutMs)
        waiting.set(id, (answer) => {
          clearTimeout(timer)
          resolve(answer)
        })
        send(id)
      })
    },
    settle,
  }
}
