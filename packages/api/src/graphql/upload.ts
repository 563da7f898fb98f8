import { GraphQLError, GraphQLScalarType } from 'graphql'
import type { Readable } from 'node:stream'

/** A file that is still coming in; its bytes can be read once. */
export class IncomingUpload {
  constructor(
    readonly fileName: string,
    readonly open: () => Readable,
  ) {}
}

/** The scalar of the GraphQL multipart request specification. */
export const GraphQLUpload = new GraphQLScalarType<IncomingUpload, never>({
  name: 'Upload',
  description: 'A file, sent by the GraphQL multipart request specification; one in a request.',
  parseValue: (value) => {
    if (value instanceof IncomingUpload) return value
    throw new GraphQLError('Send the file by the GraphQL multipart request specification.')
  },
  parseLiteral: () => {
    throw new GraphQLError('A file cannot be written into the query. Send it as a variable.')
  },
  serialize: () => {
    throw new GraphQLError('A file is never part of an answer.')
  },
})
