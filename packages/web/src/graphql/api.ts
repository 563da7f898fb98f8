import { cacheExchange, createClient, fetchExchange, type AnyVariables, type Client } from '@urql/vue'
import { inject, type App, type InjectionKey } from 'vue'
import { ApiError, toApiError } from './api-error'
import type { TypedDocumentString } from './generated/graphql'

/** The portal's GraphQL API as pages use it: data or a thrown `ApiError`. */
export interface Api {
  /** Asks the portal, whatever is cached. */
  query<Data, Variables extends AnyVariables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
  ): Promise<Data>
  /** Gives what the last query of this kind answered, so that a page known already shows at once. */
  peek<Data, Variables extends AnyVariables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
  ): Data | undefined
  mutate<Data, Variables extends AnyVariables>(
    document: TypedDocumentString<Data, Variables>,
    variables: Variables,
  ): Promise<Data>
  /** Forgets everything, as is due when another person signs in. */
  reset(): void
}

const apiKey: InjectionKey<Api> = Symbol('api')

/** Tells the portal that a request comes from its own page, which another site's form cannot say. */
export const requestHeaders = { 'apollo-require-preflight': 'true' } as const

function createPortalClient(fetchImplementation: typeof fetch): Client {
  return createClient({
    url: '/graphql',
    preferGetMethod: false,
    exchanges: [cacheExchange, fetchExchange],
    fetch: fetchImplementation,
    fetchOptions: { credentials: 'same-origin', headers: requestHeaders },
  })
}

export interface ApiOptions {
  fetch?: typeof globalThis.fetch
  /** Called when another person may be signed in. */
  onReset?: () => void
}

/** Creates the connection to the portal's API. */
export function createApi({ fetch = globalThis.fetch, onReset }: ApiOptions = {}): Api {
  let client = createPortalClient(fetch)
  return {
    async query<Data, Variables extends AnyVariables>(
      document: TypedDocumentString<Data, Variables>,
      variables: Variables,
    ) {
      return unwrap(
        await client
          .query<Data, Variables>(String(document), variables, { requestPolicy: 'network-only' })
          .toPromise(),
      )
    },
    peek<Data, Variables extends AnyVariables>(
      document: TypedDocumentString<Data, Variables>,
      variables: Variables,
    ) {
      return client.readQuery<Data, Variables>(String(document), variables)?.data ?? undefined
    },
    async mutate<Data, Variables extends AnyVariables>(
      document: TypedDocumentString<Data, Variables>,
      variables: Variables,
    ) {
      return unwrap(await client.mutation<Data, Variables>(String(document), variables).toPromise())
    },
    reset() {
      client = createPortalClient(fetch)
      onReset?.()
    },
  }
}

function unwrap<Data>({ data, error }: { data?: Data; error?: Parameters<typeof toApiError>[0] }): Data {
  if (error) throw toApiError(error)
  if (data === undefined) throw new ApiError('INTERNAL', 'The portal answered without data.')
  return data
}

/** Makes the API available to all components of an app. */
export function provideApi(app: App, api: Api): void {
  app.provide(apiKey, api)
}

/** Gives the portal's API to a component or a store. */
export function useApi(): Api {
  const api = inject(apiKey)
  if (!api) throw new Error('useApi() needs provideApi(app, api) before the app is mounted.')
  return api
}
