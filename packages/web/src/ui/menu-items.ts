import type { DropdownMenuItem } from '@nuxt/ui'

/** Groups of entries, with lines between them. */
export type MenuItems = DropdownMenuItem[][]
