/** Where a menu opens, in pixels of the window. */
export interface MenuPlace {
  left: number
  top: number
  width: number
  height: number
  align: 'start' | 'end'
  /** What the menu is of, for those who hear the page. */
  label: string
  /** Gets the focus when the menu closes. */
  returnTo: HTMLElement | null
}

/** The place below a button. */
export function placeBelow(button: HTMLElement, label: string): MenuPlace {
  const { left, top, width, height } = button.getBoundingClientRect()
  return { left, top, width, height, align: 'end', label, returnTo: button }
}

/** The place where the mouse is. */
export function placeAtPointer(
  { clientX, clientY }: MouseEvent,
  label: string,
  returnTo: HTMLElement | null,
): MenuPlace {
  return { left: clientX, top: clientY, width: 0, height: 0, align: 'start', label, returnTo }
}
