import { cellContentTools } from './cell-content-tools'
import { clipboardTools } from './clipboard-tools'
import { formTools } from './form-tools'
import { layoutTools } from './layout-tools'
import { pageTools } from './page-tools'
import { pictureTools } from './picture-tools'
import { sheetTools } from './sheet-tools'
import { slideTools } from './slide-tools'
import { tableTools } from './table-tools'
import { textTools, writerTools } from './text-tools'
import type { Tool } from './tool'

const all = {
  ...textTools,
  ...writerTools,
  ...layoutTools,
  ...tableTools,
  ...pictureTools,
  ...formTools,
  ...sheetTools,
  ...cellContentTools,
  ...slideTools,
  ...clipboardTools,
  ...pageTools,
}
export type ToolName = keyof typeof all

/** Everything that buttons and menus can do, by name. */
export const tools: Record<ToolName, Tool> = all
