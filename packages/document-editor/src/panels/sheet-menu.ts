import IconCopy from '~icons/lucide/copy'
import IconEye from '~icons/lucide/eye'
import IconHide from '~icons/lucide/eye-off'
import IconLeft from '~icons/lucide/arrow-left'
import IconPencil from '~icons/lucide/pencil'
import IconRight from '~icons/lucide/arrow-right'
import IconTrash from '~icons/lucide/trash-2'
import type { EditorSession } from '../session/editor-session'
import type { MenuEntry } from '../menus/menu-entry'
import { colorNumber } from '../toolbar/choices'

/** Colours of a sheet's tab, as many as a menu shows well. */
const tabColors = ['#dc2626', '#ea580c', '#ca8a04', '#16a34a', '#2563eb', '#7c3aed']

interface SheetMenuOptions {
  session: EditorSession
  part: number
  t: (key: string, values?: Record<string, unknown>) => string
  rename: () => void
}

/** What can be done with a sheet, which is the one on screen. The engine counts sheets from 1. */
export function sheetEntries({ session, part, t, rename }: SheetMenuOptions): MenuEntry[] {
  const { parts } = session.state
  const shown = parts.filter((sheet) => !sheet.hidden)
  const isOnly = shown.length < 2
  // The engine counts the places before which it moves, those behind the sheet itself too.
  const move = (Index: number, Copy: boolean) => {
    session.command('Move', { Copy, UseCurrentDocument: true, Index })
  }
  return [
    { label: t('sheetMenu.rename'), icon: IconPencil, run: rename },
    {
      label: t('sheetMenu.duplicate'),
      icon: IconCopy,
      run: () => {
        move(part + 2, true)
      },
    },
    {
      label: t('sheetMenu.moveLeft'),
      icon: IconLeft,
      disabled: part === 0,
      run: () => {
        move(part, false)
      },
    },
    {
      label: t('sheetMenu.moveRight'),
      icon: IconRight,
      disabled: part === parts.length - 1,
      run: () => {
        move(part + 3, false)
      },
    },
    'separator',
    ...tabColors.map((color): MenuEntry => ({
      label: `${t('sheetMenu.color')} ${color}`,
      swatch: color,
      run: () => {
        session.command('SetTabBgColor', { TabBgColor: colorNumber(color) })
      },
    })),
    'separator',
    {
      label: t('sheetMenu.hide'),
      icon: IconHide,
      disabled: isOnly,
      run: () => {
        session.command('Hide', { aTableName: parts[part]?.name ?? '' })
      },
    },
    ...parts
      .filter((sheet) => sheet.hidden)
      .map((sheet): MenuEntry => ({
        label: t('sheetMenu.show', { name: sheet.name }),
        icon: IconEye,
        run: () => {
          session.command('Show', { aTableName: sheet.name })
        },
      })),
    {
      label: t('sheetMenu.delete'),
      icon: IconTrash,
      disabled: isOnly,
      run: () => {
        session.command('Remove', { Index: part + 1 })
      },
    },
  ]
}
