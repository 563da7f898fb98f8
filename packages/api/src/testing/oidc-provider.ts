import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'

/** What the provider tells of somebody, beside the name of the account. */
export interface ProviderPerson {
  email?: string
  email_verified?: boolean
  name?: string
}

const client = { client_id: 'lectern', client_secret: 'secret-of-the-portal-at-the-provider' }

export type OidcProvider = Awaited<ReturnType<typeof startOidcProvider>>

/** Runs a real OpenID Connect provider on a free port; its people are known by the names of their accounts. */
export async function startOidcProvider(people: Record<string, ProviderPerson>) {
  let answer: ReturnType<Provider['callback']> | undefined
  const server = createServer((request, response) => {
    if (answer) void answer(request, response)
    else response.writeHead(503).end()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    environment: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: client.client_id,
      OIDC_CLIENT_SECRET: client.client_secret,
    },

    /** Makes the portal known here, as its administrator does; until then nothing answers. */
    register(portalUrl: string): void {
      answer = new Provider(issuer, configure(people, portalUrl)).callback()
    },

    /** Visits pages as a browser does, as somebody who has an account here; gives the address back at the portal. */
    async signIn(pageUrl: string, account: string): Promise<string> {
      const page = createPage()
      let at = new URL(pageUrl)
      // Twice a form: who it is, and whether the portal may know.
      for (let visits = 0; visits < 12; visits++) {
        const response = await page.visit(at)
        const next = response.headers.get('location')
        if (next) {
          at = new URL(next, at)
          if (at.origin !== issuer) return at.href
          continue
        }
        const html = await response.text()
        const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1]
        if (!prompt) throw new Error(`The provider shows no form: ${html.slice(0, 500)}`)
        const form = new URLSearchParams({ prompt, login: account, password: 'any' })
        const answered = await page.visit(at, { method: 'POST', body: form })
        at = new URL(answered.headers.get('location') ?? '', at)
      }
      throw new Error('The provider never sent the browser back.')
    },

    async stop(): Promise<void> {
      server.closeAllConnections()
      await once(server.close(), 'close')
    },
  }
}

/** Goes from the portal to the provider and back, as somebody who has an account there; gives the last answer. */
export async function signInBySso(
  provider: OidcProvider,
  portal: { request: (path: string) => Promise<Response> },
  account: string,
  redirect = '/',
): Promise<Response> {
  const start = await portal.request(`/oidc/sign-in?redirect=${encodeURIComponent(redirect)}`)
  const back = await provider.signIn(start.headers.get('location') ?? '', account)
  return portal.request(back)
}

function configure(people: Record<string, ProviderPerson>, portalUrl: string): Configuration {
  return {
    clients: [
      {
        ...client,
        redirect_uris: [`${portalUrl}/oidc/callback`],
        post_logout_redirect_uris: [`${portalUrl}/sign-in`],
      },
    ],
    findAccount: (_context, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, ...people[accountId] }),
    }),
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: ['key of the cookies of a test'] },
    pkce: { required: () => true },
  }
}

/** Keeps the cookies of one browser at the provider. */
function createPage() {
  const cookies = new Map<string, string>()
  return {
    async visit(url: URL, init: RequestInit = {}): Promise<Response> {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(url, { ...init, headers: { cookie }, redirect: 'manual' })
      for (const line of response.headers.getSetCookie()) {
        const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
        cookies.set(name, value)
      }
      return response
    },
  }
}
