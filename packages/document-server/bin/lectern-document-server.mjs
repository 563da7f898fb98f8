#!/usr/bin/env node
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

const usage = `Lectern document server: the ONLYOFFICE protocol, in Node, without a container.

  lectern-document-server [--port 8080] [--host 127.0.0.1] [--secret S] [--data FOLDER]

  --port     port to listen at (PORT)
  --host     address to listen at; 0.0.0.0 for other machines (HOST)
  --secret   secret shared with the portal (JWT_SECRET); without one, a new one is made and printed
  --data     folder for open documents and results (DATA_DIR)

Portals load http://HOST:PORT/web-apps/apps/api/documents/api.js; http://HOST:PORT/ shows what the server does.
The environment variables of ONLYOFFICE Docs (JWT_ENABLED, JWT_SECRET, JWT_HEADER) work too.`

const options = {
  ...{ port: { type: 'string' }, host: { type: 'string' }, secret: { type: 'string' } },
  ...{ data: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
}
const variables = { port: 'PORT', host: 'HOST', secret: 'JWT_SECRET', data: 'DATA_DIR' }

function readOptions() {
  try {
    return parseArgs({ options }).values
  } catch (cause) {
    console.error(`${cause.message}\n\n${usage}`)
    process.exit(2)
  }
}

const { help, ...values } = readOptions()
if (help) {
  console.log(usage)
  process.exit(0)
}
for (const [name, value] of Object.entries(values)) process.env[variables[name]] = value
if (!process.env.JWT_SECRET && process.env.JWT_ENABLED !== 'false') {
  process.env.JWT_SECRET = randomBytes(32).toString('hex')
  console.log(`Secret for the portal: ${process.env.JWT_SECRET}`)
}
const program = fileURLToPath(new URL('../dist/main.js', import.meta.url))
if (!existsSync(program)) {
  console.error('The document server is not built. In a checkout of Lectern, npm start builds it.')
  process.exit(1)
}
await import(program)
