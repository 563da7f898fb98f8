import { useToast } from '@nuxt/ui/composables/useToast'
import type { RequestSendNotifyEvent, RequestUsersEvent } from '@onlyoffice/doceditor-types'
import { toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import { useApi } from '@/graphql/api'
import { MentionCandidatesDocument, MentionPeopleDocument } from '@/graphql/generated/graphql'
import { useProblemText } from '@/ui/use-problem-text'
import type { MentionedUser } from './use-document-editor'

/** Lets people be mentioned in comments: whom the editor may offer, and that they are told. */
export function useMentions(
  documentId: MaybeRefOrGetter<string>,
  offer: (users: readonly MentionedUser[]) => void,
) {
  const api = useApi()
  const toast = useToast()
  const { t } = useI18n()
  const problemText = useProblemText()

  async function find(): Promise<void> {
    const variables = { documentId: toValue(documentId), search: '' }
    try {
      offer((await api.query(MentionCandidatesDocument, variables)).mentionCandidates)
    } catch (error) {
      console.warn('Nobody can be mentioned now.', error)
    }
  }

  async function tell(emails: readonly string[], message: string, link: unknown): Promise<void> {
    try {
      const input = {
        documentId: toValue(documentId),
        emails: [...emails],
        message,
        place: link ? JSON.stringify(link) : null,
      }
      const missed = (await api.mutate(MentionPeopleDocument, { input })).mentionPeople
      if (missed.length > 0)
        toast.add({ title: t('notifications.notMentioned', { name: missed.join(', ') }), color: 'warning' })
    } catch (error) {
      toast.add({ title: t('notifications.mentionFailed'), description: problemText(error), color: 'error' })
    }
  }

  return {
    onRequestUsers({ data }: RequestUsersEvent) {
      if (!data?.c || data.c === 'mention') void find()
    },
    onRequestSendNotify({ data }: RequestSendNotifyEvent) {
      if (data?.emails?.length) void tell(data.emails, data.message ?? '', data.actionLink)
    },
  }
}
