import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import staticFiles from '@fastify/static'
import type { FastifyInstance } from 'fastify'

/** Folders of the built pages. */
export interface PageFolders {
  /** Holds `api.js`. */
  docsApi: string
  /** Holds the editor's page. */
  editor: string
}

/** Finds the folders that the build of this package and of the editor's package made. */
export function findPageFolders(): PageFolders {
  const here = dirname(fileURLToPath(import.meta.url))
  const packageRoot = join(here, '..', '..', '..')
  const editorPackage = createRequire(import.meta.url).resolve('@lectern/document-editor/package.json')
  return { docsApi: join(packageRoot, 'dist', 'docs-api'), editor: join(dirname(editorPackage), 'dist') }
}

/** The editor loads nothing from elsewhere; any portal may show it in a frame, as with every document server. */
const contentSecurityPolicy = [
  "default-src 'self'",
  // PDF files may hold pictures whose decoders are WebAssembly.
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  // The PDF that is being printed.
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  'frame-ancestors *',
].join('; ')

const yearSeconds = 31_536_000

/** Serves api.js and the editor's page. */
export function docsApiRoutes({ docsApi, editor }: PageFolders) {
  return async (server: FastifyInstance): Promise<void> => {
    await server.register(staticFiles, {
      root: docsApi,
      prefix: '/web-apps/apps/api/documents/',
      decorateReply: false,
      cacheControl: false,
      setHeaders: (reply) => {
        // Portals load it from every page: it has to be fresh, and it may be read by pages of any origin.
        reply.header('cache-control', 'no-cache')
        reply.header('access-control-allow-origin', '*')
        reply.header('cross-origin-resource-policy', 'cross-origin')
      },
    })
    await server.register(staticFiles, {
      root: editor,
      prefix: '/web-apps/apps/editor/',
      decorateReply: false,
      cacheControl: false,
      setHeaders: (reply, path) => {
        const hashed = path.includes('/assets/')
        reply.header('cache-control', hashed ? `public, max-age=${yearSeconds}, immutable` : 'no-cache')
        reply.header('content-security-policy', contentSecurityPolicy)
        reply.header('cross-origin-resource-policy', 'cross-origin')
      },
    })
  }
}
