import { isObjectType, type GraphQLSchema } from 'graphql'
import { getMetadataStorage } from 'type-graphql'

type Params = NonNullable<ReturnType<typeof getMetadataStorage>['fieldResolvers'][number]['params']>
type Resolve = (root: unknown, args: unknown, context: unknown) => unknown
type Methods = Record<string, (...given: unknown[]) => unknown>

/**
 * Lets what is asked for each entry of each list go straight to its method, when that takes root and context alone: on
 * TypeGraphQL's way arguments are sorted, converted and looked through for promises each time.
 */
export function resolveFieldsDirectly(schema: GraphQLSchema, instances: ReadonlyMap<unknown, object>): void {
  const { fieldResolvers, objectTypes } = getMetadataStorage()
  for (const {
    kind,
    target,
    methodName,
    schemaName,
    params,
    middlewares,
    roles,
    getObjectType,
  } of fieldResolvers) {
    if (kind !== 'external' || roles || (middlewares?.length ?? 0) > 0) continue
    const name = objectTypes.find((type) => type.target === getObjectType?.())?.name
    const type = name === undefined ? undefined : schema.getType(name)
    const field = isObjectType(type) ? type.getFields()[schemaName] : undefined
    const instance = instances.get(target) as Methods | undefined
    const resolve = instance && createResolve(instance, methodName, params ?? [])
    if (field && resolve) field.resolve = resolve
  }
}

function createResolve(instance: Methods, name: string, params: Params): Resolve | undefined {
  const call = (...given: unknown[]) => instance[name]?.(...given)
  const parts = [...params].sort((left, right) => left.index - right.index).map(partOf)
  switch (parts.join(' ')) {
    case 'root':
      return (root) => call(root)
    case 'context':
      return (_root, _args, context) => call(context)
    case 'context root':
      return (root, _args, context) => call(context, root)
    case 'root context':
      return (root, _args, context) => call(root, context)
    default:
      return undefined
  }
}

function partOf(param: Params[number]): string {
  if (param.kind === 'context' && param.propertyName === undefined) return 'context'
  if (param.kind === 'root' && param.propertyName === undefined && !param.getType) return 'root'
  return 'other'
}
