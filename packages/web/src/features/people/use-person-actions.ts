import { useI18n } from 'vue-i18n'
import { useApi } from '@/graphql/api'
import {
  CreatePasswordLinkDocument,
  SignOutPersonDocument,
  UpdatePersonDocument,
  type PersonRowFragment,
  type SiteRole,
  type UpdatePersonInput,
} from '@/graphql/generated/graphql'

/** A link that was just made, and for whom. */
export interface ShownLink {
  name: string
  url: string
  isMailed: boolean
}

/** What to do when an action is through. */
export interface PersonActionResults {
  changed: (person: PersonRowFragment) => void
  link: (link: ShownLink, person: PersonRowFragment) => void
  failed: (failure: { title: string; error: unknown } | undefined) => void
}

/** What administrators do with one person. */
export function usePersonActions({ changed, link, failed }: PersonActionResults) {
  const api = useApi()
  const { t } = useI18n()

  async function attempt({ name }: PersonRowFragment, action: () => Promise<void>): Promise<void> {
    failed(undefined)
    try {
      await action()
    } catch (error) {
      failed({ title: t('people.changeFailed', { name }), error })
    }
  }

  const update = (person: PersonRowFragment, change: Omit<UpdatePersonInput, 'id'>) =>
    attempt(person, async () => {
      const input = { id: person.id, ...change }
      changed((await api.mutate(UpdatePersonDocument, { input })).updatePerson)
    })

  const makeLink = (person: PersonRowFragment) =>
    attempt(person, async () => {
      const made = (await api.mutate(CreatePasswordLinkDocument, { personId: person.id })).createPasswordLink
      link({ name: person.name, url: made.url, isMailed: made.isMailed }, made.person)
    })

  const signOut = (person: PersonRowFragment) =>
    attempt(person, async () => {
      await api.mutate(SignOutPersonDocument, { id: person.id })
    })

  function menuOf(person: PersonRowFragment) {
    const isActive = person.status !== 'DEACTIVATED'
    const toLink = {
      label: t(person.status === 'INVITED' ? 'people.inviteAgain' : 'people.newPassword'),
      icon: 'i-lucide-key-round',
      onSelect: () => void makeLink(person),
    }
    const toSignOut = {
      label: t('account.signOutEverywhere'),
      icon: 'i-lucide-log-out',
      onSelect: () => void signOut(person),
    }
    const toSwitch = {
      label: t(isActive ? 'people.deactivate' : 'people.activate'),
      icon: isActive ? 'i-lucide-user-x' : 'i-lucide-user-check',
      color: isActive ? ('error' as const) : undefined,
      onSelect: () => void update(person, { isActive: !isActive }),
    }
    return [isActive ? [...(person.email === null ? [] : [toLink]), toSignOut] : [], [toSwitch]].filter(
      (group) => group.length > 0,
    )
  }

  return { menuOf, setRole: (person: PersonRowFragment, siteRole: SiteRole) => update(person, { siteRole }) }
}
