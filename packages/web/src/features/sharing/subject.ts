/** Somebody with whom something is shared, as a picker shows them. */
export interface Subject {
  kind: 'user' | 'group' | 'everyone'
  id: string
  label: string
  icon: string
  pictureUrl?: string | null | undefined
}

/** Names the subject in the API's words. */
export function toSubjectInput({ kind, id }: Subject): {
  userId?: string
  groupId?: string
  everyone?: boolean
} {
  switch (kind) {
    case 'user':
      return { userId: id }
    case 'group':
      return { groupId: id }
    case 'everyone':
      return { everyone: true }
  }
}
