import type { DocumentType, EditingContext, EditorRole } from '@lectern/shared'
import { cellTabs } from './cell-tabs'
import type { ToolbarTab } from './items'
import { slideTabs } from './slide-tabs'
import { fillerTabs, reviewerTabs, wordTabs } from './word-tabs'

interface TabFacts {
  documentType: DocumentType
  context: EditingContext
  role: EditorRole
}

/** Tabs for a kind of document and a role; the one about tables is there while the cursor is in one. */
export function tabsFor({ documentType, context, role }: TabFacts): readonly ToolbarTab[] {
  if (role === 'reviewer') return reviewerTabs
  if (role === 'formFiller') return fillerTabs
  const tabs = documentType === 'cell' ? cellTabs : documentType === 'slide' ? slideTabs : wordTabs
  return context === 'table' ? tabs : tabs.filter((tab) => tab.name !== 'table')
}
