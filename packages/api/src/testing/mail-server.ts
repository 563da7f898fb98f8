import { createServer, type AddressInfo, type Socket } from 'node:net'

/** A mail as it was received. */
export interface ReceivedMail {
  to: string
  /** Headers and body as they came in, with encoded parts decoded. */
  text: string
}

/** Runs a mail server on a free port that keeps what it gets. */
export async function startMailServer() {
  const mails: ReceivedMail[] = []
  const server = createServer((socket) => converse(socket, mails))
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mails,
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve()
        })
      }),
  }
}

function converse(socket: Socket, mails: ReceivedMail[]): void {
  let buffer = ''
  let to = ''
  let isInData = false
  socket.write('220 test\r\n')
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    buffer += chunk.toString('latin1')
    for (let end = next(); end >= 0; end = next()) {
      const part = buffer.slice(0, end)
      buffer = buffer.slice(end + (isInData ? 5 : 2))
      if (isInData) {
        mails.push({ to, text: decode(part) })
        isInData = false
        socket.write('250 kept\r\n')
      } else answer(part)
    }
  })
  const next = () => buffer.indexOf(isInData ? '\r\n.\r\n' : '\r\n')
  function answer(line: string) {
    if (/^RCPT/i.test(line)) to = /<(.*)>/.exec(line)?.[1] ?? ''
    isInData = /^DATA/i.test(line)
    socket.write(isInData ? '354 go on\r\n' : /^QUIT/i.test(line) ? '221 bye\r\n' : '250 ok\r\n')
    if (/^QUIT/i.test(line)) socket.end()
  }
}

function decode(raw: string): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/base64/i.test(head)) return `${head}\n${Buffer.from(body, 'base64').toString('utf8')}`
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
  return `${head}\n${Buffer.from(bytes, 'latin1').toString('utf8')}`
}
