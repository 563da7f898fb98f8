import { createServer } from 'node:net'
import { LauncherError } from './launcher-error.js'

/** Makes sure that `port` can be listened on; 0 asks the system for a free one. Answers the port. */
export function claimPort(host: string, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', (cause: NodeJS.ErrnoException) => {
      reject(new LauncherError(explain(host, port, cause.code), { cause }))
    })
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })
}

function explain(host: string, port: number, code: string | undefined): string {
  switch (code) {
    case 'EADDRINUSE':
      return `Port ${port} is taken by another program: stop that one, or choose another port, such as PORT=${port + 1} npm start.`
    case 'EACCES':
      return `Port ${port} may not be used by this account: choose one above 1023, such as PORT=3000 npm start.`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `This machine has no network address ${host}: correct HOST, or leave it out.`
    default:
      return `Port ${port} on ${host} cannot be listened on (${code ?? 'unknown reason'}).`
  }
}
