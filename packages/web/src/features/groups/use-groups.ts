import { shallowReadonly, shallowRef } from 'vue'
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

/** Lists and changes the groups of the portal. */
export function useGroups() {
  const api = useApi()
  const groups = shallowRef<readonly GroupRowFragment[]>()

  function show(group: GroupRowFragment): void {
    const others = groups.value?.filter(({ id }) => id !== group.id) ?? []
    groups.value = [...others, group].sort((one, other) => one.name.localeCompare(other.name))
  }

  return {
    groups: shallowReadonly(groups),
    async load(): Promise<void> {
      groups.value = (await api.query(GroupsDocument, {})).groups
    },
    async create(name: string): Promise<void> {
      show((await api.mutate(CreateGroupDocument, { name })).createGroup)
    },
    async rename({ id }: GroupRowFragment, name: string): Promise<void> {
      show((await api.mutate(RenameGroupDocument, { input: { id, name } })).renameGroup)
    },
    async remove({ id }: GroupRowFragment): Promise<void> {
      await api.mutate(DeleteGroupDocument, { id })
      groups.value = groups.value?.filter((group) => group.id !== id)
    },
    async add({ id }: GroupRowFragment, userId: string): Promise<void> {
      const input = { groupId: id, userIds: [userId] }
      show((await api.mutate(AddGroupMembersDocument, { input })).addGroupMembers)
    },
    async takeOut({ id }: GroupRowFragment, userId: string): Promise<void> {
      const input = { groupId: id, userId }
      show((await api.mutate(RemoveGroupMemberDocument, { input })).removeGroupMember)
    },
  }
}
