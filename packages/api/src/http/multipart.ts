import type { IncomingMessage } from 'node:http'
import { Busboy, type BusboyHeaders, type BusboyInstance } from '@fastify/busboy'
import { z } from 'zod'
import { IncomingUpload } from '../graphql/upload.js'
import { PortalError } from '../lib/portal-error.js'

const maxFieldBytes = 1_048_576

const operationsSchema = z.looseObject({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).default({}),
})
const mapSchema = z.record(z.string(), z.array(z.string()).min(1))

type Operations = z.infer<typeof operationsSchema>

/**
 * Reads a request of the GraphQL multipart request specification up to the start of its file.
 * The file itself flows while the operation runs, so it is never held in memory.
 */
export function readMultipart(
  request: IncomingMessage,
  { maxFileBytes }: { maxFileBytes: number },
): Promise<Operations> {
  return new Promise((resolve, reject) => {
    const parser = createParser(request, maxFileBytes)
    const fields = new Map<string, string>()
    const refuse = (cause: unknown) => {
      // Read to the end, so that the client sees our answer instead of a broken connection.
      request.unpipe(parser)
      request.resume()
      reject(cause instanceof PortalError ? cause : unreadable(cause))
    }
    parser.on('field', (name, value) => fields.set(name, value))
    parser.on('file', (name, stream, fileName) => {
      // Without a listener an error of a stream that nobody reads would end the process.
      stream.on('error', () => undefined)
      const breakOff = () => stream.destroy(new Error('The connection broke off while the file came in.'))
      request.once('close', () => request.complete || breakOff())
      parser.once('error', breakOff)
      try {
        const upload = new IncomingUpload(fileName, () => stream)
        resolve(place(fields, name, upload))
      } catch (error) {
        refuse(error)
      }
    })
    // `on`, not `once`: a damaged form makes the parser complain several times.
    parser.on('error', refuse)
    parser.on('finish', () =>
      refuse(new PortalError('BAD_INPUT', 'The form has no file. Add it after the field "map".')),
    )
    request.once('close', () => request.complete || refuse(new Error('The connection broke off.')))
    request.pipe(parser)
  })
}

function createParser(request: IncomingMessage, maxFileBytes: number): BusboyInstance {
  const limits = { fields: 2, files: 1, fieldSize: maxFieldBytes, fileSize: maxFileBytes, headerPairs: 50 }
  try {
    return new Busboy({ headers: request.headers as BusboyHeaders, limits })
  } catch (cause) {
    request.resume()
    throw unreadable(cause)
  }
}

function unreadable(cause: unknown): PortalError {
  const message = 'The form cannot be read. Send it by the GraphQL multipart request specification.'
  return new PortalError('BAD_INPUT', message, { cause })
}

/** Puts the file where the form's map says: at `variables.input.file`, say. */
function place(fields: Map<string, string>, name: string, upload: IncomingUpload): Operations {
  const operations = operationsSchema.parse(JSON.parse(fields.get('operations') ?? ''))
  const map = mapSchema.parse(JSON.parse(fields.get('map') ?? ''))
  for (const address of (Object.hasOwn(map, name) ? map[name] : undefined) ?? []) {
    const steps = address.split('.')
    const last = steps.pop() ?? ''
    let target: unknown = operations
    for (const step of steps)
      target = isHolder(target) && Object.hasOwn(target, step) ? target[step] : undefined
    if (!isHolder(target) || !Object.hasOwn(target, last))
      throw new Error(`There is no ${address} in the operation`)
    target[last] = upload
  }
  return operations
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
