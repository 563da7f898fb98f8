import type { FastifyReply, FastifyRequest } from 'fastify'
import type { GraphQLFormattedError } from 'graphql'
import type { Actor } from '../features/auth/index.js'
import type { CompiledOperation, CompiledOperations, Variables } from '../graphql/compiled-operations.js'
import type { Context } from '../graphql/context.js'
import { toFormatted } from '../graphql/errors.js'

const typesAtMost = 50

export interface CompiledAnswersOptions {
  operations: CompiledOperations
  contextOf: (request: FastifyRequest, reply: FastifyReply) => Context
  formatError: (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError
}

/** Answers queries that were compiled; everything else goes Apollo's way, which decides what is valid. */
export function createCompiledAnswers({ operations, contextOf, formatError }: CompiledAnswersOptions) {
  /** What Apollo answers those who accept something. */
  const types = new Map<string, string>()

  return {
    /** Remembers which type Apollo chose for what a request accepts. */
    learn(request: FastifyRequest, reply: FastifyReply): void {
      const type = reply.getHeader('content-type')
      if (request.method !== 'POST' || reply.statusCode !== 200 || typeof type !== 'string') return
      if (types.size >= typesAtMost) types.clear()
      types.set(request.headers.accept ?? '', type)
    },

    /** Gives the text of the answer; undefined when Apollo is to answer. */
    async find(request: FastifyRequest, reply: FastifyReply): Promise<string | undefined> {
      const type = types.get(request.headers.accept ?? '')
      const wanted = type === undefined ? undefined : findWanted(operations, request)
      if (type === undefined || !wanted) return undefined
      const { operation, variables } = wanted
      const result = await operation.run(undefined, contextOf(request, reply), variables)
      // Variables were refused, before anything was done: Apollo words that.
      if (!('data' in result)) return undefined
      const { data, errors } = result
      const told = errors?.map((error) => formatError(toFormatted(error), error))
      void reply.header('content-type', type)
      return `${JSON.stringify({ errors: told, data })}\n`
    },
  }
}

interface Wanted {
  operation: CompiledOperation
  variables: Variables
}

function findWanted(operations: CompiledOperations, request: FastifyRequest): Wanted | undefined {
  const { actor } = request.identity
  if (request.method !== 'POST' || !actor || !mayRead(actor) || !isRecord(request.body)) return undefined
  const { query, variables, operationName, extensions } = request.body
  if (typeof query !== 'string' || (extensions ?? undefined) !== undefined) return undefined
  if (!isRecord(variables ?? {}) || typeof (operationName ?? '') !== 'string') return undefined
  const operation = operations.find(query, (operationName ?? undefined) as string | undefined)
  const given = (variables ?? {}) as Variables
  return operation?.isAllowed(given) ? { operation, variables: given } : undefined
}

function mayRead({ scopes }: Actor): boolean {
  return scopes === undefined || scopes.includes('read')
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
