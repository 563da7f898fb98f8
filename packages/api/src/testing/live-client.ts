import { createClient } from 'graphql-ws'
import { WebSocket } from 'ws'

/** What changed, as a page hears of it. */
export interface LiveMessage {
  position: string
  isStart: boolean
  nodes: { nodeId: string; aspects: string[] }[]
  own: string[]
  lists: string[]
}

const changesQuery =
  'subscription ($nodeIds: [ID!]!, $after: String, $lists: [LiveList!]) { changes(nodeIds: $nodeIds, after: $after, lists: $lists) { position isStart own lists nodes { nodeId aspects } } }'

interface LiveClientOptions {
  cookie?: string
  origin?: string
  token?: string
}

/** Hears of changes as a page does. */
export function createLiveClient(url: string, { cookie, origin, token }: LiveClientOptions) {
  const headers = { ...(cookie && { cookie }), ...(origin && { origin }) }
  class Socket extends WebSocket {
    constructor(address: string, protocols: string) {
      super(address, protocols, { headers })
    }
  }
  const client = createClient({
    url: `${url.replace('http', 'ws')}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    connectionParams: token ? { authorization: `Bearer ${token}` } : {},
  })

  return {
    subscribe: (query: string, variables: Record<string, unknown> = {}) =>
      client.iterate({ query, variables }),

    /** Watches nodes; the first message of a new subscription is taken off. */
    async watch(nodeIds: readonly string[], after?: string, lists?: readonly string[]) {
      const messages = client.iterate<{ changes: LiveMessage }>({
        query: changesQuery,
        variables: { nodeIds, after, lists },
      })
      /** Waits for the next message; undefined when the portal has ended the subscription. */
      const next = async (): Promise<LiveMessage | undefined> => {
        const { value, done } = await messages.next()
        if (done) return undefined
        const { data, errors } = value as {
          data?: { changes: LiveMessage }
          errors?: { extensions: object }[]
        }
        if (!data) throw new Error(JSON.stringify(errors))
        return data.changes
      }
      /** Waits until something of a node changed, whatever else is heard of. */
      const heard = async (nodeId: string, aspect: string): Promise<string> => {
        for (let message = await next(); message; message = await next())
          if (message.nodes.some((node) => node.nodeId === nodeId && node.aspects.includes(aspect)))
            return message.position
        throw new Error('The subscription has ended.')
      }
      /** Waits until a list may have changed. */
      const heardOfList = async (list: string): Promise<void> => {
        for (let message = await next(); message; message = await next())
          if (message.lists.includes(list)) return
        throw new Error('The subscription has ended.')
      }
      const first = after === undefined ? await next() : undefined
      return { first, next, heard, heardOfList, stop: () => messages.return?.() }
    },
    stop: () => client.dispose(),
  }
}
