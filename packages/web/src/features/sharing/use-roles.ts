import { computed, toValue, type MaybeRefOrGetter } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Role } from '@/graphql/generated/graphql'

const linkRoles = ['EDITOR', 'REVIEWER', 'COMMENTER', 'FORM_FILLER', 'VIEWER'] as const

export interface UseRolesOptions {
  withOwner?: boolean
  /** In a course: the role of its students. */
  studentRole?: MaybeRefOrGetter<Role | undefined>
}

/** The roles to choose from, with their names; in a course also with who has them. */
export function useRoles({ withOwner = false, studentRole }: UseRolesOptions = {}) {
  const { t } = useI18n()
  const roles: readonly Role[] = withOwner ? ['OWNER', ...linkRoles] : linkRoles

  function labelOf(value: Role): string {
    const role = t(`roles.${value}`)
    const ofStudents = toValue(studentRole)
    if (!ofStudents) return role
    if (value === ofStudents) return t('spaces.student', { role })
    return value === 'EDITOR' ? t('spaces.teacher', { role }) : role
  }

  return computed(() => roles.map((value) => ({ value, label: labelOf(value) })))
}
