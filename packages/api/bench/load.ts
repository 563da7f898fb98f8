import { connect, type Socket } from 'node:net'

/** Where requests go, and whose session they carry. */
export interface Target {
  url: string
  cookie: string
}

export interface Load {
  perSecond: number
  /** How long each request took. */
  latenciesMs: number[]
}

/** Asks again and again over so many connections, each request after the answer to the one before. */
export async function measureLoad(
  { url, cookie }: Target,
  bodies: readonly object[],
  { connections = 8, seconds = 3 }: { connections?: number; seconds?: number } = {},
): Promise<Load> {
  const { hostname, port } = new URL(url)
  const requests = bodies.map((body) => toRequest(JSON.stringify(body), hostname, cookie))
  const latenciesMs: number[] = []
  const startedAt = performance.now()
  const until = startedAt + seconds * 1_000
  await Promise.all(
    Array.from({ length: connections }, async (_, index) => {
      const socket = connect(Number(port), hostname)
      let next = index
      while (performance.now() < until) {
        const sentAt = performance.now()
        const answer = await exchange(socket, requests[next++ % requests.length] ?? '')
        latenciesMs.push(performance.now() - sentAt)
        if (!answer.startsWith('HTTP/1.1 200') || answer.includes('"errors"'))
          throw new Error(`The request was refused: ${answer.slice(0, 2_000)}`)
      }
      socket.destroy()
    }),
  )
  return { perSecond: latenciesMs.length / ((performance.now() - startedAt) / 1_000), latenciesMs }
}

function toRequest(body: string, host: string, cookie: string): string {
  const head = ['POST /graphql HTTP/1.1', `host: ${host}`, `cookie: ${cookie}`]
  const content = ['content-type: application/json', `content-length: ${Buffer.byteLength(body)}`]
  return `${[...head, ...content].join('\r\n')}\r\n\r\n${body}`
}

/** Sends one request and reads its whole answer; far cheaper than `fetch`, which would be measured with it. */
function exchange(socket: Socket, request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = ''
    const end = (settle: () => void) => {
      socket.off('data', read).off('error', fail).off('close', fail)
      settle()
    }
    const fail = () => {
      end(() => {
        reject(new Error('The server closed the connection.'))
      })
    }
    const read = (chunk: Buffer) => {
      text += chunk.toString('latin1')
      const head = text.indexOf('\r\n\r\n')
      const length = head < 0 ? undefined : /content-length: (\d+)/i.exec(text.slice(0, head))?.[1]
      if (length === undefined || text.length < head + 4 + Number(length)) return
      end(() => {
        resolve(text)
      })
    }
    socket.on('data', read).on('error', fail).on('close', fail)
    socket.write(request)
  })
}
