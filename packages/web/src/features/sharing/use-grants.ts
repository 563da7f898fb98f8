import { computed, shallowReadonly, shallowRef } from 'vue'
import { useApi } from '@/graphql/api'
import {
  GrantsDocument,
  RemoveGrantDocument,
  SetGrantDocument,
  type GrantRowFragment,
  type Role,
} from '@/graphql/generated/graphql'
import { readAll } from '@/graphql/read-all'
import { toSubjectInput, type Subject } from './subject'

/** Lists and changes the rights of people, groups and everyone on one folder or document. */
export function useGrants(nodeId: string) {
  const api = useApi()
  const grants = shallowRef<readonly GrantRowFragment[]>()
  const studentRole = shallowRef<Role>()

  async function load(): Promise<void> {
    let role: Role | null | undefined
    grants.value = await readAll(async (after) => {
      const found = await api.query(GrantsDocument, { nodeId, after })
      role = found.studentRole
      return found.grants
    })
    studentRole.value = role ?? undefined
  }

  return {
    grants: shallowReadonly(grants),
    /** What students of a course may do; undefined when it is no course. */
    studentRole: shallowReadonly(studentRole),
    own: computed(() => grants.value?.filter(({ source }) => source.id === nodeId) ?? []),
    inherited: computed(() => grants.value?.filter(({ source }) => source.id !== nodeId) ?? []),
    load,
    async give(subject: Subject, role: Role): Promise<void> {
      await api.mutate(SetGrantDocument, { input: { nodeId, role, ...toSubjectInput(subject) } })
      await load()
    },
    /** Gives the subject of a right another role. */
    async change({ user, group, everyone }: GrantRowFragment, role: Role): Promise<void> {
      const subject = everyone ? { everyone } : { userId: user?.id, groupId: group?.id }
      await api.mutate(SetGrantDocument, { input: { nodeId, role, ...subject } })
      await load()
    },
    async remove({ id }: GrantRowFragment): Promise<void> {
      await api.mutate(RemoveGrantDocument, { id })
      await load()
    },
  }
}
