import { shallowRef } from 'vue'
import type { Point } from './canvas/geometry'
import { keptFlag } from './lib/kept-flag'
import type { MenuEntry } from './menus/menu-entry'

export type PanelName = 'comments' | 'changes' | 'headings' | 'chat'
export type DialogName = 'link' | 'pageSetup' | 'altText' | 'listField' | 'bookmark' | 'saveAs'

export interface OpenMenu {
  /** Where on the page, in CSS pixels. */
  point: Point
  entries: MenuEntry[]
}

/** What of the page itself is open; one panel, one dialog and one menu at a time. */
export function createPageUi() {
  const panel = shallowRef<PanelName>()
  return {
    panel,
    dialog: shallowRef<DialogName>(),
    menu: shallowRef<OpenMenu>(),
    isFinding: shallowRef(false),
    isShowing: shallowRef(false),
    /** What is to be said to the slide is shown below it. */
    isNoting: shallowRef(false),
    /** Above the pages of a text, its margins are shown. */
    isMeasuring: keptFlag('lectern-ruler'),
    /** The entries of the field with the cursor are offered. */
    isChoosing: shallowRef(false),
    /** A file of comma-separated values that is being imported. */
    csv: shallowRef<Uint8Array>(),
    /** The comment to which a link led, until it is shown. */
    wantedComment: shallowRef<string>(),
    /** A panel's new comment is being written. */
    isCommenting: shallowRef(false),
    toggle(name: PanelName) {
      panel.value = panel.value === name ? undefined : name
    },
  }
}

export type PageUi = ReturnType<typeof createPageUi>
