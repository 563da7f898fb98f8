import IconColumns from '~icons/lucide/columns-2'
import IconLandscape from '~icons/lucide/rectangle-horizontal'
import IconMargins from '~icons/lucide/square-dashed'
import IconPage from '~icons/lucide/file'
import IconPortrait from '~icons/lucide/rectangle-vertical'
import IconSetup from '~icons/lucide/settings-2'
import type { DocumentState } from '../session/document-state'
import {
  mayLayOut,
  paperNameOf,
  paperSizes,
  setMargins,
  setPageSize,
  sizeOfPage,
  turned,
  type Margins,
  type PaperName,
} from './page-size'
import { commandTool as command, pageTool } from './tool'

const isOff = (state: DocumentState) => !mayLayOut(state)
const currentSize = (state: DocumentState) => sizeOfPage(state.pages[0] ?? paperSizes.a4)
const isLandscape = (state: DocumentState) => currentSize(state).width > currentSize(state).height

const paper = (name: PaperName) =>
  pageTool(
    `page.${name}`,
    IconPage,
    ({ session }) => {
      setPageSize(session, turned(paperSizes[name], isLandscape(session.state)))
    },
    { isOn: (state) => paperNameOf(currentSize(state)) === name, isOff },
  )

const orientation = (landscape: boolean) =>
  pageTool(
    landscape ? 'tool.landscape' : 'tool.portrait',
    landscape ? IconLandscape : IconPortrait,
    ({ session }) => {
      setPageSize(session, turned(currentSize(session.state), landscape))
    },
    { isOn: (state) => isLandscape(state) === landscape, isOff },
  )

const margins = (label: string, sizes: Margins) =>
  pageTool(
    label,
    IconMargins,
    ({ session }) => {
      setMargins(session, sizes)
    },
    { isOff },
  )
const equal = (size: number): Margins => ({ top: size, bottom: size, left: size, right: size })

const columns = (Columns: number) =>
  command('FormatColumns', `tool.columns${String(Columns)}`, IconColumns, { args: { Columns } })

/** Size, margins and columns of a text document's pages. */
export const layoutTools = {
  a3: paper('a3'),
  a4: paper('a4'),
  a5: paper('a5'),
  letter: paper('letter'),
  legal: paper('legal'),
  portrait: orientation(false),
  landscape: orientation(true),
  marginsNormal: margins('tool.marginsNormal', equal(2_500)),
  marginsNarrow: margins('tool.marginsNarrow', equal(1_270)),
  marginsWide: margins('tool.marginsWide', { ...equal(2_500), left: 5_000, right: 5_000 }),
  pageSetup: pageTool('tool.pageSetup', IconSetup, ({ ui }) => (ui.dialog.value = 'pageSetup'), { isOff }),
  columns1: columns(1),
  columns2: columns(2),
  columns3: columns(3),
}
