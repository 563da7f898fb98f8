import IconBorders from '~icons/lucide/grid-2x2'
import type { ToolbarItem } from './items'

/** Lines around cells, of sheets and of tables in texts. */
export const bordersMenu: ToolbarItem = {
  kind: 'menu',
  label: 'tool.borders',
  icon: IconBorders,
  tools: [
    'bordersAll',
    'bordersOutside',
    'bordersHorizontal',
    'bordersTop',
    'bordersBottom',
    '-',
    'bordersNone',
  ],
}
