import type { Component } from 'vue'
import type { EditorContext } from '../editor-context'
import type { MenuEntry } from '../menus/menu-entry'
import type { DocumentState } from '../session/document-state'

type Args = Record<string, string | number | boolean>

/** Something that a button or a line of a menu does. */
export interface Tool {
  /** Key of its name. */
  label: string
  icon: Component
  shortcut?: string
  run: (editor: EditorContext) => void
  isOn?: (state: DocumentState, editor: EditorContext) => boolean
  isOff?: (state: DocumentState) => boolean
}

interface Look {
  shortcut?: string
  args?: Args
  /** Shown as pressed while the command's state is on. */
  toggle?: boolean
}

/** A tool that sends one command; the engine says when it is on, and when it cannot be used. */
export function commandTool(
  name: string,
  label: string,
  icon: Component,
  { shortcut, args, toggle }: Look = {},
): Tool {
  return {
    label,
    icon,
    shortcut,
    run: ({ session }) => {
      session.command(name, args)
    },
    isOn: toggle ? (state) => state.commands.get(name) === 'true' : undefined,
    isOff: (state) => state.commands.get(name) === 'disabled',
  }
}

/** A tool that does something of the page. */
export function pageTool(
  label: string,
  icon: Component,
  run: Tool['run'],
  more: Pick<Tool, 'shortcut' | 'isOn' | 'isOff'> = {},
): Tool {
  return { label, icon, run, ...more }
}

/** A tool as a line of a menu. */
export function menuEntry(tool: Tool, editor: EditorContext, t: (key: string) => string): MenuEntry {
  const { state } = editor.session
  return {
    label: t(tool.label),
    icon: tool.icon,
    shortcut: tool.shortcut,
    checked: tool.isOn?.(state, editor),
    disabled: tool.isOff?.(state),
    run: () => {
      tool.run(editor)
    },
  }
}
