import { GraphQLError, type GraphQLFormattedError } from 'graphql'
import { createId } from '../lib/ids.js'
import { PortalError } from '../lib/portal-error.js'

/** Where unexpected errors are written. */
export interface ErrorLog {
  error(detail: object, message: string): void
}

/** Gives the errors of a compiled query the form in which Apollo hands them to the function below. */
export function toFormatted(error: GraphQLError): GraphQLFormattedError {
  const { message, locations, path } = error
  return {
    message,
    ...(locations && { locations }),
    ...(path && { path }),
    extensions: { code: 'INTERNAL_SERVER_ERROR', ...error.extensions },
  }
}

/** Makes the function that decides what clients learn of an error. */
export function createErrorFormatter(log: ErrorLog) {
  return (formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    const cause = error instanceof GraphQLError ? (error.originalError ?? error) : error
    const { locations, path } = formatted
    if (cause instanceof PortalError) {
      if (cause.cause) log.error({ err: cause.cause, code: cause.code }, cause.message)
      return {
        message: cause.message,
        locations,
        path,
        extensions: { code: cause.code, details: cause.details },
      }
    }
    // Apollo and graphql themselves speak of the query here: wrong syntax, unknown field, wrong variable.
    if (cause instanceof GraphQLError && formatted.extensions?.code !== 'INTERNAL_SERVER_ERROR')
      return { message: formatted.message, locations, path, extensions: { code: formatted.extensions?.code } }
    const requestId = createId()
    log.error({ err: cause, requestId, path }, 'A GraphQL operation failed unexpectedly')
    return {
      message: `Something went wrong on the server. Try again; if it stays, tell the administrator this number: ${requestId}.`,
      locations,
      path,
      extensions: { code: 'INTERNAL', details: { requestId } },
    }
  }
}
