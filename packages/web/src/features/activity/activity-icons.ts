import type { ActivityAction } from '@/graphql/generated/graphql'

/** The pictures of what people do. */
export const activityIcons: Record<ActivityAction, string> = {
  CREATED: 'i-lucide-file-plus',
  UPLOADED: 'i-lucide-upload',
  RENAMED: 'i-lucide-pencil',
  MOVED: 'i-lucide-folder-input',
  COPIED: 'i-lucide-copy',
  OPENED: 'i-lucide-eye',
  SAVED: 'i-lucide-save',
  VERSION_UPLOADED: 'i-lucide-upload',
  VERSION_RESTORED: 'i-lucide-history',
  DOWNLOADED: 'i-lucide-download',
  SHARED: 'i-lucide-user-plus',
  UNSHARED: 'i-lucide-user-minus',
  LINK_MADE: 'i-lucide-link',
  LINK_REMOVED: 'i-lucide-unlink',
  DELETED: 'i-lucide-trash-2',
  RESTORED: 'i-lucide-undo-2',
  DELETED_FOREVER: 'i-lucide-trash-2',
}
