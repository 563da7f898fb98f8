import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'

/** Watches what the editor's page loads, and answers how many bytes of it a server that compresses would send. */
export function weighEditor(page: Page): () => Promise<number> {
  const bodies: Promise<Buffer>[] = []
  page.on('response', (response) => {
    if (response.url().includes('/apps/editor/') && response.ok()) bodies.push(response.body())
  })
  return async () => (await Promise.all(bodies)).reduce((sum, body) => sum + gzipSync(body).length, 0)
}
