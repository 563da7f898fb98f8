import type { ApolloServerPlugin } from '@apollo/server'
import { GraphQLError } from 'graphql'
import { PortalError, statusOf } from '../lib/portal-error.js'
import type { Context } from './context.js'
import { measureOperation, type OperationMeasure } from './operation-measure.js'

const limits = { depth: 12, aliases: 30, rootFields: 20, cost: 20_000 }

/** Refuses operations that would cost too much, and introspection by strangers. */
export function createLimitsPlugin(): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operation, request, contextValue }) => {
          if (!operation) return Promise.resolve()
          const { variables = {} } = request
          const measure = measureOperation(document, operation, (name) => variables[name])
          const refusal = findRefusal(measure, contextValue.actor !== undefined)
          if (!refusal) return Promise.resolve()
          const http = { status: statusOf(refusal.code) }
          throw new GraphQLError(refusal.message, { originalError: refusal, extensions: { http } })
        },
      }),
  }
}

/** Tells why an operation is refused, if it is. */
export function findRefusal(measure: OperationMeasure, isSignedIn: boolean): PortalError | undefined {
  if (measure.isIntrospective && !isSignedIn)
    return new PortalError(
      'NOT_SIGNED_IN',
      'Only people who are signed in may read the schema. Sign in and try again.',
    )
  // The standard introspection query is deeper than any query of people.
  if (measure.depth > limits.depth && !measure.isIntrospective)
    return tooComplex(`it is nested ${measure.depth} deep, ${limits.depth} is allowed`)
  if (measure.aliases > limits.aliases)
    return tooComplex(`it has ${measure.aliases} aliases, ${limits.aliases} are allowed`)
  if (measure.rootFields > limits.rootFields)
    return tooComplex(`it asks ${measure.rootFields} things at once, ${limits.rootFields} are allowed`)
  if (measure.cost > limits.cost)
    return tooComplex(`it asks for up to ${measure.cost} values, ${limits.cost} are allowed`)
  return undefined
}

function tooComplex(reason: string): PortalError {
  return new PortalError('QUERY_TOO_COMPLEX', `The query was refused: ${reason}. Ask for less at once.`)
}
