import { computed, onMounted } from 'vue'
import { useApi } from '@/graphql/api'
import {
  AddGroupMembersDocument,
  CreateGroupDocument,
  DeleteGroupDocument,
  GroupsDocument,
  RemoveGroupMemberDocument,
  RenameGroupDocument,
  type GroupRowFragment,
} from '@/graphql/generated/graphql'
import { useAnswer } from '@/graphql/use-answer'
import { useLive } from '@/graphql/use-live'

/** Lists and changes the groups of the portal, and keeps the list current. */
export function useGroups() {
  const api = useApi()
  const { answer, error, load } = useAnswer(() => api.query(GroupsDocument, {}))
  onMounted(load)
  useLive([], load, { lists: ['GROUPS'] })

  return {
    groups: computed(() => answer.value?.groups),
    error,
    load,
    async create(name: string): Promise<void> {
      await api.mutate(CreateGroupDocument, { name })
      await load()
    },
    async rename({ id }: GroupRowFragment, name: string): Promise<void> {
      await api.mutate(RenameGroupDocument, { input: { id, name } })
      await load()
    },
    async remove({ id }: GroupRowFragment): Promise<void> {
      await api.mutate(DeleteGroupDocument, { id })
      await load()
    },
    async add({ id }: GroupRowFragment, userId: string): Promise<void> {
      const input = { groupId: id, userIds: [userId] }
      await api.mutate(AddGroupMembersDocument, { input })
      await load()
    },
    async takeOut({ id }: GroupRowFragment, userId: string): Promise<void> {
      const input = { groupId: id, userId }
      await api.mutate(RemoveGroupMemberDocument, { input })
      await load()
    },
  }
}
