import type { DocumentType, EditingContext } from '@lectern/shared'
import { cellTabs } from './cell-tabs'
import type { ToolbarTab } from './items'
import { slideTabs } from './slide-tabs'
import { wordTabs } from './word-tabs'

/** Tabs for a kind of document; the one about tables is there while the cursor is in one. */
export function tabsFor(documentType: DocumentType, context: EditingContext): readonly ToolbarTab[] {
  const tabs = documentType === 'cell' ? cellTabs : documentType === 'slide' ? slideTabs : wordTabs
  return context === 'table' ? tabs : tabs.filter((tab) => tab.name !== 'table')
}
