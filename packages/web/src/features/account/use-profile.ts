import { useApi } from '@/graphql/api'
import {
  ChangePasswordDocument,
  RemovePictureDocument,
  SetPictureDocument,
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
      viewer.update((await api.mutate(UpdateProfileDocument, { input })).updateProfile)
    },
    /** Shows a picture, given as base64. */
    async setPicture(data: string): Promise<void> {
      viewer.update((await api.mutate(SetPictureDocument, { data })).setPicture)
    },
    async removePicture(): Promise<void> {
      viewer.update((await api.mutate(RemovePictureDocument, {})).removePicture)
    },
    async changePassword(input: ChangePasswordInput): Promise<void> {
      viewer.replace((await api.mutate(ChangePasswordDocument, { input })).changePassword)
    },
  }
}
