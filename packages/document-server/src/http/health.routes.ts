import type { FastifyInstance } from 'fastify'
import type { EnginePool } from '../features/engine/index.js'

const welcomePage = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Lectern document server</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:40rem;margin:4rem auto;padding:0 1rem;color:#1f2937}</style></head>
<body>
<h1>Lectern document server is running</h1>
<p>Portals use it through <code>/web-apps/apps/api/documents/api.js</code>, and check it at <a href="../healthcheck"><code>/healthcheck</code></a>.</p>
<p lang="zh">文档服务器正在运行。门户通过 <code>/web-apps/apps/api/documents/api.js</code> 使用它。</p>
</body>
</html>
`

/** Tells people and machines whether documents can be opened. */
export function healthRoutes({ pool }: { pool: EnginePool }) {
  return (server: FastifyInstance): void => {
    server.get('/welcome', (_request, reply) => reply.redirect('welcome/', 301))
    server.get('/welcome/', (_request, reply) => reply.type('text/html; charset=utf-8').send(welcomePage))
    server.get('/healthcheck', (_request, reply) => {
      const ready = pool.status().processes.some((process) => process.ready)
      return reply
        .code(ready ? 200 : 503)
        .type('text/plain; charset=utf-8')
        .send(String(ready))
    })
  }
}
