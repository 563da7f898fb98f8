import { createServer } from 'node:net'

/** Below the ports that systems hand out for outgoing connections: between the look and the use, nobody takes one. */
const range = { first: 20_000, last: 31_999 }

/** Gives a port of this machine that nothing listens on. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = range.first + Math.floor(Math.random() * (range.last - range.first + 1))
    if (await isFree(port)) return port
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)))
  })
}
