import { useApi } from '@/graphql/api'
import {
  AddGroupMembersDocument,
  CreateGroupDocument,
  DeleteGroupDocument,
  GroupsDocument,
  MoreGroupMembersDocument,
  RemoveGroupMemberDocument,
  RenameGroupDocument,
  type GroupRowFragment,
} from '@/graphql/generated/graphql'
import { useLive } from '@/graphql/use-live'
import { nextAfter, toPage, usePages } from '@/graphql/use-pages'

/** Lists and changes the groups of the portal, and keeps the list current. */
export function useGroups() {
  const api = useApi()
  const pages = usePages<GroupRowFragment, undefined>(
    () => undefined,
    async (_, after) => toPage((await api.query(GroupsDocument, { after })).groups),
  )
  const { refresh } = pages
  useLive([], refresh, { lists: ['GROUPS'] })

  return {
    groups: pages.rows,
    error: pages.error,
    load: pages.load,
    hasMore: pages.hasMore,
    loadMore: pages.loadMore,
    /** Shows more of those who are in a group. */
    async loadMembers({ id, members }: GroupRowFragment): Promise<void> {
      const after = nextAfter(members.pageInfo)
      const { group } = await api.query(MoreGroupMembersDocument, { id, after })
      const nodes = [...members.nodes, ...group.members.nodes]
      pages.change((rows) =>
        rows.map((row) => (row.id === id ? { ...row, members: { ...group.members, nodes } } : row)),
      )
    },
    async create(name: string): Promise<void> {
      await api.mutate(CreateGroupDocument, { name })
      await refresh()
    },
    async rename({ id }: GroupRowFragment, name: string): Promise<void> {
      await api.mutate(RenameGroupDocument, { input: { id, name } })
      await refresh()
    },
    async remove({ id }: GroupRowFragment): Promise<void> {
      await api.mutate(DeleteGroupDocument, { id })
      await refresh()
    },
    async add({ id }: GroupRowFragment, userId: string): Promise<void> {
      const input = { groupId: id, userIds: [userId] }
      await api.mutate(AddGroupMembersDocument, { input })
      await refresh()
    },
    async takeOut({ id }: GroupRowFragment, userId: string): Promise<void> {
      const input = { groupId: id, userId }
      await api.mutate(RemoveGroupMemberDocument, { input })
      await refresh()
    },
  }
}
