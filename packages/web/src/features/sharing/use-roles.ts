import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Role } from '@/graphql/generated/graphql'

const linkRoles = ['EDITOR', 'REVIEWER', 'COMMENTER', 'FORM_FILLER', 'VIEWER'] as const

/** The roles to choose from, with their names. */
export function useRoles({ withOwner = false }: { withOwner?: boolean } = {}) {
  const { t } = useI18n()
  const roles: readonly Role[] = withOwner ? ['OWNER', ...linkRoles] : linkRoles
  return computed(() => roles.map((value) => ({ value, label: t(`roles.${value}`) })))
}
