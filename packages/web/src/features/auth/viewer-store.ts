import { defineStore } from 'pinia'
import { computed, shallowReadonly, shallowRef } from 'vue'
import { useApi } from '@/graphql/api'
import {
  SignInDocument,
  SignInWithLinkDocument,
  SignOutDocument,
  SignOutUrlDocument,
  ViewerDocument,
  type SignInInput,
  type ViewerFragment,
  type ViewerQuery,
} from '@/graphql/generated/graphql'

/** Who is signed in: known to every page, and kept while pages change. */
export const useViewerStore = defineStore('viewer', () => {
  const api = useApi()
  const current = shallowRef<ViewerFragment | null>(null)
  const singleSignOn = shallowRef<ViewerQuery['singleSignOn']>(null)
  const problem = shallowRef<unknown>()
  let loading: Promise<void> | undefined

  async function load(): Promise<void> {
    try {
      const answer = await api.query(ViewerDocument, {})
      current.value = answer.viewer ?? null
      singleSignOn.value = answer.singleSignOn
      problem.value = undefined
    } catch (error) {
      problem.value = error
      // The next navigation asks again: a portal that is starting must not lock people out.
      loading = undefined
    }
  }

  /** Waits until it is known who is signed in; asks the portal once. */
  function ready(): Promise<void> {
    loading ??= load()
    return loading
  }

  function replace(viewer: ViewerFragment | null): void {
    api.reset()
    current.value = viewer
    problem.value = undefined
    loading = Promise.resolve()
  }

  return {
    current: shallowReadonly(current),
    /** The way in with an account that people have elsewhere; null when there is none. */
    singleSignOn: shallowReadonly(singleSignOn),
    problem: shallowReadonly(problem),
    /** True for people who came by a one-time link and could not sign in again. */
    needsPassword: computed(
      () =>
        current.value !== null &&
        !current.value.hasPassword &&
        !current.value.hasSingleSignOn &&
        !current.value.isGuest,
    ),
    /** The query of a document's page on which it is edited, whatever the person prefers. */
    editQuery: computed(() => (current.value?.opensForReading ? { mode: 'edit' } : {})),
    ready,
    replace,
    /** Shows what the same person changed of themselves. */
    update(viewer: ViewerFragment): void {
      current.value = viewer
    },
    async reload(): Promise<void> {
      api.reset()
      loading = load()
      await loading
    },
    async signIn(input: SignInInput): Promise<void> {
      replace((await api.mutate(SignInDocument, { input })).signIn)
    },
    async signInWithLink(token: string): Promise<void> {
      replace((await api.mutate(SignInWithLinkDocument, { token })).signInWithLink)
    },
    /** Ends the session; gives the page to go to when it was opened by single sign-on. */
    async signOut(): Promise<string | null> {
      const { signOutUrl } = await api.query(SignOutUrlDocument, {})
      await api.mutate(SignOutDocument, {})
      replace(null)
      return signOutUrl ?? null
    },
  }
})
