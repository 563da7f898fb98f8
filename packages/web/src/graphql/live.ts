import { createClient, type ClientOptions } from 'graphql-ws'
import { inject, shallowReadonly, shallowRef, type App, type InjectionKey, type ShallowRef } from 'vue'
import { ChangesDocument, type ChangesSubscription, type LiveList } from './generated/graphql'

export type LiveChanges = Omit<ChangesSubscription['changes'], 'position'>

/** What is followed: folders and documents, and lists that are not about one folder. */
export interface LiveWanted {
  nodeIds: readonly string[]
  lists?: readonly LiveList[]
}

/** Hears from the portal what changes in what is shown. */
export interface Live {
  /** False while changes are not heard of; watchers are then told to ask for all from time to time. */
  isConnected: Readonly<ShallowRef<boolean>>
  /** Follows nodes and lists until the function that it gives is called; after a break nothing is missed. */
  watch(wanted: LiveWanted, onChange: (changes: LiveChanges) => void): () => void
  /** Connects anew, as is due when another person signs in. */
  reset(): void
}

const liveKey: InjectionKey<Live> = Symbol('live')
const query = ChangesDocument.toString()
const anything: LiveChanges = { isStart: true, nodes: [], own: [], lists: [] }

export interface LiveOptions {
  url?: string
  webSocketImpl?: ClientOptions['webSocketImpl']
  /** How long to wait before the first and before the later attempts to connect again. */
  retryMs?: { first: number; most: number }
}

/** Creates the connection by which the portal tells of changes; it opens when something is watched. */
export function createLive({
  url = '/graphql',
  webSocketImpl,
  retryMs = { first: 500, most: 10_000 },
}: LiveOptions = {}): Live {
  const isConnected = shallowRef(true)
  const watchers = new Set<(changes: LiveChanges) => void>()
  let asking: ReturnType<typeof setInterval> | undefined

  const client = createClient({
    url,
    webSocketImpl,
    lazyCloseTimeout: 2_000,
    keepAlive: 20_000,
    retryAttempts: Number.POSITIVE_INFINITY,
    shouldRetry: () => true,
    retryWait: (retries) =>
      // Spread out, so that a portal that starts again is not asked by everybody at once.
      new Promise((resolve) =>
        setTimeout(resolve, Math.min(retryMs.first * 2 ** retries, retryMs.most) * (0.5 + Math.random() / 2)),
      ),
    on: {
      connected: () => {
        isConnected.value = true
        clearInterval(asking)
        asking = undefined
      },
      closed: () => {
        if (watchers.size === 0) return
        isConnected.value = false
        asking ??= setInterval(tellAll, retryMs.most)
      },
    },
  })

  function tellAll() {
    for (const tell of watchers) tell(anything)
    if (watchers.size > 0) return
    clearInterval(asking)
    asking = undefined
  }

  return {
    isConnected: shallowReadonly(isConnected),
    watch(wanted, onChange) {
      watchers.add(onChange)
      const stop = follow(wanted, onChange)
      return () => {
        watchers.delete(onChange)
        stop()
      }
    },
    reset: () => {
      client.terminate()
    },
  }

  function follow({ nodeIds, lists }: LiveWanted, onChange: (changes: LiveChanges) => void): () => void {
    let position: string | undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    let unsubscribe: () => void = () => undefined
    const begin = () => {
      // Read anew each time the connection is made again: from there on nothing is missed.
      const variables = {
        nodeIds,
        lists,
        get after() {
          return position
        },
      }
      unsubscribe = client.subscribe<ChangesSubscription>(
        { query, variables },
        { next: take, error: again, complete: again },
      )
    }
    function take({ data }: { data?: ChangesSubscription | null }) {
      // Refused, because it is gone or not for this person: the page asks and shows why.
      if (!data) isOver = true
      position = data?.changes.position
      onChange(data?.changes ?? anything)
    }
    function again() {
      if (!isOver) timer = setTimeout(begin, retryMs.most)
    }
    begin()
    return () => {
      isOver = true
      clearTimeout(timer)
      unsubscribe()
    }
  }
}

/** Makes the connection available to all components of an app. */
export function provideLive(app: App, live: Live): void {
  app.provide(liveKey, live)
}

/** Gives the connection to a composable. */
export function injectLive(): Live {
  const live = inject(liveKey)
  if (!live) throw new Error('useLive() needs provideLive(app, live) before the app is mounted.')
  return live
}
