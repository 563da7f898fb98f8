import type { ApolloServerPlugin } from '@apollo/server'
import {
  OperationTypeNode,
  type DocumentNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql'
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit'
import type { Context } from './context.js'
import { findRefusal } from './limits.js'
import { measureOperation } from './operation-measure.js'

/** Longer ones are for machines, which ask them once. */
const maxLength = 20_000
const keptAtMost = 300
const answersAtMost = 100
const maxKeyLength = 200

export type Variables = Record<string, unknown>

/** A query that was understood, found valid and compiled. */
export interface CompiledOperation {
  /** Whether the limits allow it to people who are signed in, with these variables. */
  isAllowed(variables: Variables): boolean
  run: CompiledQuery['query']
}

/** The queries that are asked again and again; `plugin` hears of each that GraphQL's own way has found valid. */
export interface CompiledOperations {
  find(source: string, operationName: string | undefined): CompiledOperation | undefined
  plugin: ApolloServerPlugin<Context>
}

/**
 * Compiles queries to functions once they are asked a second time: pages ask a few dozens of them all the time, and
 * walking through their text for each value of an answer takes longer than finding the values.
 */
export function createCompiledOperations(schema: GraphQLSchema): CompiledOperations {
  /** Without a value they were asked once, or cannot be compiled. */
  const known = new Map<string, CompiledOperation | 'asked' | 'refused'>()

  function keep(key: string, operation: CompiledOperation | 'asked' | 'refused'): void {
    known.delete(key)
    const [oldest] = known.keys()
    if (oldest !== undefined && known.size >= keptAtMost) known.delete(oldest)
    known.set(key, operation)
  }

  function note(key: string, document: DocumentNode, operation: OperationDefinitionNode): void {
    if (!known.has(key)) keep(key, 'asked')
    else if (known.get(key) === 'asked') keep(key, compile(schema, document, operation) ?? 'refused')
  }

  return {
    find(source, operationName) {
      const key = keyOf(source, operationName)
      const found = known.get(key)
      if (typeof found !== 'object') return undefined
      // The one used last is the last to go.
      known.delete(key)
      known.set(key, found)
      return found
    },

    plugin: {
      requestDidStart: () =>
        Promise.resolve({
          didResolveOperation: ({ source, request, document, operation, contextValue: { actor } }) => {
            // Strangers ask little, and shall not fill the memory.
            const isKept = actor && source.length <= maxLength
            if (isKept && operation?.operation === OperationTypeNode.QUERY)
              note(keyOf(source, request.operationName), document, operation)
            return Promise.resolve()
          },
        }),
    },
  }
}

/** One text may hold several operations. */
function keyOf(source: string, operationName: string | undefined): string {
  return `${operationName ?? ''}\0${source}`
}

function compile(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): CompiledOperation | undefined {
  const compiled = compileQuery(schema, document, operation.name?.value)
  if (!isCompiledQuery(compiled)) return undefined
  return { isAllowed: createLimitsCheck(document, operation), run: compiled.query }
}

/** What an operation costs depends on the sizes of its pages alone. */
function createLimitsCheck(document: DocumentNode, operation: OperationDefinitionNode) {
  const sizes = new Set<string>()
  measureOperation(document, operation, (name) => {
    sizes.add(name)
    return undefined
  })
  const answers = new Map<string, boolean>()
  return (variables: Variables): boolean => {
    const key = JSON.stringify([...sizes].map((name) => variables[name]))
    const known = answers.get(key)
    if (known !== undefined) return known
    const measure = measureOperation(document, operation, (name) => variables[name])
    const isAllowed = findRefusal(measure, true) === undefined
    if (answers.size >= answersAtMost) answers.clear()
    if (key.length <= maxKeyLength) answers.set(key, isAllowed)
    return isAllowed
  }
}
