import { setTimeout as wait } from 'node:timers/promises'
import type { Readable } from 'node:stream'
import type { Knex } from 'knex'
import { ConversionError, documentKeySchema, type ConversionRequest } from '@lectern/shared'
import type { DocumentNode, Version } from '../library/index.js'
import { DocumentServerUnavailable, type DocumentServerClient } from './document-server.client.js'
import { editingSessionRepository } from './editing-session.repository.js'
import type { PortalLinks } from './portal-links.js'

const maxPolls = 180

/** Faults of one moment; all others come back however often one asks. */
const passing: readonly ConversionError[] = [
  ConversionError.Unknown,
  ConversionError.Timeout,
  ConversionError.Download,
  ConversionError.Storage,
  ConversionError.Token,
]

/** The document server could not convert a file; it says why by a code of the protocol. */
export class ConversionFailed extends Error {
  override readonly name = 'ConversionFailed'
  constructor(readonly code: ConversionError) {
    super(`The document server answered a conversion with error ${code}.`)
  }

  /** Whether asking again later may help. */
  get mayPass(): boolean {
    return passing.includes(this.code)
  }
}

/** What is to become what. */
export interface Conversion {
  document: Pick<DocumentNode, 'id' | 'name' | 'fileType'>
  version: Pick<Version, 'id' | 'number'>
  outputType: string
  thumbnail?: ConversionRequest['thumbnail']
}

export interface ConversionServiceOptions {
  db: Knex
  client: DocumentServerClient
  links: PortalLinks
  /** How long to wait before asking whether a conversion is over. */
  pollMs?: number
}

/** Has versions converted by the document server, whichever it is. */
export function createConversionService({ db, client, links, pollMs = 1_000 }: ConversionServiceOptions) {
  async function describe(conversion: Conversion): Promise<ConversionRequest> {
    const { document, version, outputType, thumbnail } = conversion
    const instanceId = await editingSessionRepository.instanceId(db)
    return {
      async: true,
      key: documentKeySchema.parse(`${instanceId}.${document.id}.${outputType}-${version.number}`),
      filetype: document.fileType,
      outputtype: outputType,
      title: document.name.slice(0, 128),
      url: links.fileUrl(document.id, version.id),
      ...(thumbnail ? { thumbnail } : {}),
    }
  }

  return {
    /** Opens the converted file; ConversionFailed when it cannot be made, DocumentServerUnavailable when nobody answers. */
    async convert(conversion: Conversion): Promise<Readable> {
      const request = await describe(conversion)
      for (let polls = 0; polls < maxPolls; polls++) {
        const reply = await client.convert(request)
        if ('error' in reply) throw new ConversionFailed(reply.error)
        if (reply.endConvert) return client.download(reply.fileUrl)
        await wait(pollMs)
      }
      throw new DocumentServerUnavailable('a conversion does not come to an end')
    },
  }
}
export type ConversionService = ReturnType<typeof createConversionService>
