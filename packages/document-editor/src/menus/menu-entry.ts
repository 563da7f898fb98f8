import type { Component } from 'vue'

/** One line of a menu, with its text as people read it; `separator` is a line between groups. */
export type MenuEntry =
  | {
      label: string
      icon?: Component
      shortcut?: string
      checked?: boolean
      disabled?: boolean
      /** A colour shown instead of an icon. */
      swatch?: string
      run: () => void
    }
  | 'separator'
