import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError, OperationTypeNode } from 'graphql'
import { requireScope } from '../features/auth/index.js'
import { PortalError, statusOf } from '../lib/portal-error.js'
import type { Context } from './context.js'

/** Refuses operations for which the API token of the request was not made. */
export function createScopesPlugin(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ operation, contextValue: { actor } }) => {
          if (!actor || !operation) return Promise.resolve()
          try {
            requireScope(actor, operation.operation === OperationTypeNode.MUTATION ? 'write' : 'read')
          } catch (error) {
            if (!(error instanceof PortalError)) throw error
            const extensions = { http: { status: statusOf(error.code) } }
            throw new GraphQLError(error.message, { originalError: error, extensions })
          }
          return Promise.resolve()
        },
      }),
  }
}
