import { onTestFinished } from 'vitest'
import type { NewApp } from './describe-portal.js'
import { startDocumentServerStub, stubSecret } from './document-server-stub.js'
import { createTestClock } from './test-clock.js'

/**
 * Starts a portal with a stub of its document server, which is stopped after the test. Its clock shows the time of the
 * start: the stub looks at the time in the tokens that it gets, and signs its own with the time of now.
 */
export async function startPortalWithStub(newApp: NewApp, environment: Record<string, string> = {}) {
  const stub = await startDocumentServerStub()
  onTestFinished(() => stub.stop())
  const clock = createTestClock(new Date())
  const documentServer = { DOCUMENT_SERVER_URL: stub.url, DOCUMENT_SERVER_SECRET: stubSecret }
  const app = await newApp({ clock, environment: { ...documentServer, ...environment } })
  return { ...app, stub, clock }
}
