import type { Component } from 'vue'
import type { ToolName } from '../tools'

/** A choice of tools behind one button; `-` is a line between them. */
export interface ToolbarMenuItem {
  kind: 'menu'
  label: string
  icon: Component
  tools: readonly (ToolName | '-')[]
}

export type ColorCommand = 'Color' | 'CharBackColor' | 'BackgroundColor' | 'TableCellBackgroundColor'

/** Selects that show a state of the text and set it. */
export type SelectKind = 'style' | 'font' | 'size' | 'numberFormat'

export type ToolbarItem =
  | ToolName
  | ToolbarMenuItem
  | { kind: SelectKind }
  | { kind: 'table' | 'symbol' }
  | { kind: 'color'; command: ColorCommand; label: string }

export type TabName = 'home' | 'form' | 'insert' | 'layout' | 'review' | 'table' | 'data' | 'slide' | 'view'

/** One tab of the toolbar; its buttons say their names beside their pictures when `named`. */
export interface ToolbarTab {
  name: TabName
  named: boolean
  groups: readonly (readonly ToolbarItem[])[]
}
