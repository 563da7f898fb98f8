import { useApi } from '@/graphql/api'
import {
  ChangePasswordDocument,
  UpdateProfileDocument,
  type ChangePasswordInput,
  type UpdateProfileInput,
} from '@/graphql/generated/graphql'
import { useViewerStore } from '@/features/auth'

/** Changes what the person signed in has told the portal about themselves. */
export function useProfile() {
  const api = useApi()
  const viewer = useViewerStore()
  return {
    async update(input: UpdateProfileInput): Promise<void> {
      viewer.replace((await api.mutate(UpdateProfileDocument, { input })).updateProfile)
    },
    async changePassword(input: ChangePasswordInput): Promise<void> {
      viewer.replace((await api.mutate(ChangePasswordDocument, { input })).changePassword)
    },
  }
}
