import {
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql'

/** How large an operation is. */
export interface OperationMeasure {
  depth: number
  aliases: number
  rootFields: number
  /** Values in the answer at most; a page counts as if it were full. */
  cost: number
  isIntrospective: boolean
}

/** Gives the value of a variable. */
type ReadVariable = (name: string) => unknown

const defaultPageSize = 100
/** Fields below others that give a page also when no size is asked for. */
const pages = new Set(['children', 'versions', 'members'])
const nothing: OperationMeasure = { depth: 0, aliases: 0, rootFields: 0, cost: 0, isIntrospective: false }

/** Measures an operation. Fragments count at each use; validation has refused those that go in circles. */
export function measureOperation(
  document: DocumentNode,
  operation: OperationDefinitionNode,
  readVariable: ReadVariable,
): OperationMeasure {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition)
  // Remembered, so that fragments of fragments cannot make the measuring itself expensive.
  const known = new Map<SelectionSetNode, OperationMeasure>()

  function innerOf(selection: SelectionNode): SelectionSetNode | undefined {
    if (selection.kind !== Kind.FRAGMENT_SPREAD) return selection.selectionSet
    return fragments.get(selection.name.value)?.selectionSet
  }

  function measureSet(selectionSet: SelectionSetNode): OperationMeasure {
    const found = known.get(selectionSet)
    if (found) return found
    const sum = { ...nothing }
    for (const selection of selectionSet.selections) {
      const inner = innerOf(selection)
      const below = inner ? measureSet(inner) : nothing
      add(sum, selection.kind === Kind.FIELD ? measureField(selection, below, readVariable) : below)
    }
    known.set(selectionSet, sum)
    return sum
  }

  return measureSet(operation.selectionSet)
}

function measureField(
  field: FieldNode,
  below: OperationMeasure,
  readVariable: ReadVariable,
): OperationMeasure {
  return {
    depth: below.depth + 1,
    aliases: below.aliases + (field.alias ? 1 : 0),
    rootFields: 1,
    cost: 1 + below.cost * pageSizeOf(field, readVariable),
    isIntrospective: below.isIntrospective || /^__(schema|type)$/.test(field.name.value),
  }
}

function add(sum: OperationMeasure, part: OperationMeasure): void {
  sum.depth = Math.max(sum.depth, part.depth)
  sum.aliases += part.aliases
  sum.rootFields += part.rootFields
  sum.cost += part.cost
  sum.isIntrospective ||= part.isIntrospective
}

/** Everything with `first`, or named as pages are, may answer that many times what is asked below it. */
function pageSizeOf({ arguments: given = [], name }: FieldNode, readVariable: ReadVariable): number {
  const first = given.find((argument) => argument.name.value === 'first')?.value
  if (!first) return pages.has(name.value) ? defaultPageSize : 1
  const size =
    first.kind === Kind.VARIABLE ? readVariable(first.name.value) : 'value' in first ? first.value : undefined
  const number = Number(size ?? defaultPageSize)
  return Number.isFinite(number) ? Math.max(1, number) : defaultPageSize
}
