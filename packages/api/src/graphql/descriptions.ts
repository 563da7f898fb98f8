import { getNamedType, isInputObjectType, isObjectType, type GraphQLSchema } from 'graphql'

const roots = {
  Query: 'What can be asked. Strangers are told only who is signed in, and what a link is for.',
  Mutation: 'What can be changed; API tokens need the scope `write`, or `manage` for people and accounts.',
  Subscription: 'What can be heard of as it happens, by WebSocket at `/graphql` (graphql-ws).',
}

/** Adds what classes cannot say: what the entry points are for, and that an input argument is what its type says. */
export function describeRest(schema: GraphQLSchema): void {
  for (const [name, description] of Object.entries(roots)) {
    const root = schema.getType(name)
    if (!isObjectType(root)) continue
    root.description = description
    for (const { args } of Object.values(root.getFields()))
      for (const argument of args) {
        const type = getNamedType(argument.type)
        if (isInputObjectType(type)) argument.description ??= type.description
      }
  }
}
