// What can be reached at most: a server that does nothing but verify the session in the database and sign a config.
import 'reflect-metadata'
import cookie from '@fastify/cookie'
import fastify from 'fastify'
import { createDatabase } from '../dist/db/database.js'
import { createAuthService } from '../dist/features/auth/index.js'
import { createJwtSigner } from '../dist/lib/secret-key.js'

const [dataDir] = process.argv.slice(2)
const sign = createJwtSigner('document-server-secret')
const db = createDatabase({ databaseUrl: undefined, dataDir })
const auth = createAuthService({ db, clock: { now: () => new Date() } })
let config = {}
process.on('message', (message) => (config = message))
process.on('disconnect', () => process.exit())

const app = fastify()
await app.register(cookie)
app.post('/graphql', async (request, reply) => {
  if (!(await auth.actorOfSession(request.cookies.lectern_session))) return reply.code(401).send()
  const issuedAt = Math.floor(Date.now() / 1_000)
  const token = sign({ ...config, iat: issuedAt, exp: issuedAt + 3_600 })
  return { data: { editorConfig: { config, token } } }
})
process.send(await app.listen({ port: 0, host: '127.0.0.1' }))
