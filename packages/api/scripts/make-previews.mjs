// Paints the gallery's previews into the web app with a running document server:
//   node packages/api/scripts/make-previews.mjs http://localhost:3000/document-server SECRET
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { SignJWT } from 'jose'

const [server, secret] = process.argv.slice(2)
if (!server || !secret) throw new Error('Give the address of a document server and its secret.')
const templates = new URL('../templates/', import.meta.url)
const previews = new URL('../../web/public/templates/', import.meta.url)

const files = createServer((request, response) => {
  response.end(readFileSync(new URL(`.${request.url}`, templates)))
}).listen(0, '127.0.0.1')
await new Promise((resolve) => files.once('listening', resolve))
const { port } = files.address()

async function paint(path) {
  const [name, filetype] = path.split('.')
  const request = {
    filetype,
    outputtype: 'png',
    key: `${name.replace('/', '-')}-${Date.now()}`,
    url: `http://127.0.0.1:${port}/${path}`,
    thumbnail: { first: true, aspect: 1, width: 480, height: 480 },
  }
  const token = await new SignJWT(request).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(secret))
  const answer = await fetch(`${server}/converter`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ token }),
  })
  const result = await answer.json()
  if (!result.fileUrl) throw new Error(`${path} was not painted: ${JSON.stringify(result)}`)
  const picture = await fetch(result.fileUrl)
  writeFileSync(new URL(`${name}.png`, previews), Buffer.from(await picture.arrayBuffer()))
}

for (const language of ['en', 'zh']) {
  mkdirSync(new URL(`${language}/`, previews), { recursive: true })
  for (const name of readdirSync(new URL(`${language}/`, templates))) await paint(`${language}/${name}`)
}
files.close()
