import type { Socket } from '../connection'

/** The browser's end of a line to a server that the test plays. */
export class FakeSocket extends EventTarget implements Socket {
  binaryType = 'blob'
  readyState = 0
  sent: { type: string; seq?: number; [field: string]: unknown }[] = []

  send(data: string) {
    this.sent.push(JSON.parse(data) as FakeSocket['sent'][number])
  }
  close() {
    this.readyState = 3
  }
  accept() {
    this.readyState = 1
    this.dispatchEvent(new Event('open'))
  }
  says(message: { type: string; [field: string]: unknown }) {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(message) }))
  }
  breaks(code = 1006) {
    this.readyState = 3
    this.dispatchEvent(new CloseEvent('close', { code }))
  }
  get inputs() {
    return this.sent.filter((message) => message.seq !== undefined)
  }
}
