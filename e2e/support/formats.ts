import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makeBudgetXlsx, makeReportDocx, makeShowPpsx, makeTalkPptx } from '@lectern/fixtures'

export interface FormatSample {
  name: string
  bytes: () => Promise<Uint8Array>
}

const samples = resolve(import.meta.dirname, '../../../shared/samples/formats')
const sampleNames = [
  'job-announcement.docx',
  'notice-zh.docx',
  'report.docx',
  'budget.xlsx',
  'medals.xlsx',
  'pivot.xlsx',
  'mixed.pptx',
  'themes.pptx',
  'slideshow.ppsx',
]

/** The project's own documents: every checkout has them. */
export const ownSamples: FormatSample[] = [
  { name: 'harbour-report.docx', bytes: makeReportDocx },
  { name: 'household-budget.xlsx', bytes: makeBudgetXlsx },
  { name: 'harbour-talk.pptx', bytes: makeTalkPptx },
  { name: 'harbour-show.ppsx', bytes: makeShowPpsx },
]

/** Documents made by other programs, where the folder with them is. */
export const foreignSamples: FormatSample[] = sampleNames.map((name) => ({
  name,
  bytes: async () => readFileSync(join(samples, name)),
}))

export const hasForeignSamples = existsSync(samples)
