import type { ApolloServerPlugin } from '@apollo/server'
import {
  Kind,
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql'
import { fieldExtensionsEstimator, getComplexity, simpleEstimator } from 'graphql-query-complexity'
import { PortalError } from '../lib/portal-error.js'
import type { Context } from './context.js'

const maxDepth = 12
const maxAliases = 30
const maxRootFields = 20
const maxComplexity = 20_000

/** Refuses operations that would cost too much, and introspection by strangers. */
export function createLimitsPlugin(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  return {
    requestDidStart: () =>
      Promise.resolve({
        didResolveOperation: ({ document, operation, request, contextValue }) => {
          if (!operation) return Promise.resolve()
          checkShape(document, operation, contextValue.actor !== undefined)
          const complexity = getComplexity({
            schema,
            query: document,
            operationName: request.operationName,
            variables: request.variables ?? {},
            estimators: [fieldExtensionsEstimator(), simpleEstimator({ defaultComplexity: 1 })],
          })
          if (complexity > maxComplexity)
            throw tooComplex(
              `it asks for up to ${complexity} values, ${maxComplexity} are allowed`,
              'Ask for fewer rows or fields',
            )
          return Promise.resolve()
        },
      }),
  }
}

function tooComplex(reason: string, remedy: string): PortalError {
  return new PortalError('QUERY_TOO_COMPLEX', `The query was refused: ${reason}. ${remedy}.`)
}

function checkShape(document: DocumentNode, operation: OperationDefinitionNode, isSignedIn: boolean): void {
  const { depth, aliases, isIntrospective } = measure(document, operation)
  if (isIntrospective && !isSignedIn)
    throw new PortalError(
      'NOT_SIGNED_IN',
      'Only people who are signed in may read the schema. Sign in and try again.',
    )
  // The standard introspection query is deeper than any query of people.
  if (depth > maxDepth && !isIntrospective)
    throw tooComplex(`it is nested ${depth} deep, ${maxDepth} is allowed`, 'Split it')
  if (aliases > maxAliases)
    throw tooComplex(`it has ${aliases} aliases, ${maxAliases} are allowed`, 'Split it')
  const rootFields = operation.selectionSet.selections.length
  if (rootFields > maxRootFields)
    throw tooComplex(`it asks ${rootFields} things at once, ${maxRootFields} are allowed`, 'Split it')
}

interface Shape {
  depth: number
  aliases: number
  isIntrospective: boolean
}

/** Measures an operation. Fragments count at each use; validation has already refused those that go in circles. */
function measure(document: DocumentNode, operation: OperationDefinitionNode): Shape {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  const measured = new Map<SelectionSetNode, Shape>()

  function walk(selectionSet: SelectionSetNode): Shape {
    const known = measured.get(selectionSet)
    if (known) return known
    const shape: Shape = { depth: 0, aliases: 0, isIntrospective: false }
    for (const selection of selectionSet.selections) {
      const isField = selection.kind === Kind.FIELD
      const inner =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? fragments.get(selection.name.value)?.selectionSet
          : selection.selectionSet
      const below = inner ? walk(inner) : { depth: 0, aliases: 0, isIntrospective: false }
      shape.depth = Math.max(shape.depth, below.depth + (isField ? 1 : 0))
      shape.aliases += below.aliases + (isField && selection.alias ? 1 : 0)
      shape.isIntrospective ||=
        below.isIntrospective || (isField && /^__(schema|type)$/.test(selection.name.value))
    }
    measured.set(selectionSet, shape)
    return shape
  }

  return walk(operation.selectionSet)
}
