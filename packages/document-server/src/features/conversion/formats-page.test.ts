import { readFileSync } from 'node:fs'
import { fileFormats } from '@lectern/shared'
import { describe, expect, it } from 'vitest'
import { listOutputTypes } from './conversion-types.js'

/** Made from real runs by scripts/formats.mjs. */
const page = readFileSync(new URL('../../../../../docs/formats.md', import.meta.url), 'utf8')
const rows = page
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter((cells) => /^[a-z0-9]+$/.test(cells[1] ?? ''))
  .map(([, fileType = '', opened, edited, saved, outputs = '']) => ({
    fileType,
    opened,
    edited,
    saved,
    outputs,
  }))

describe('docs/formats.md', () => {
  it.each(rows.filter(({ opened, outputs }) => opened === 'yes' || outputs !== ''))(
    'knows what $fileType can become',
    (row) => {
      expect(row.outputs.split(', ')).toEqual(listOutputTypes(row.fileType))
    },
  )

  it.each(rows)('says of $fileType whether it can be edited, as the table of formats does', (row) => {
    const action = fileFormats.find(({ fileType }) => fileType === row.fileType)?.action
    const isEdited = action === 'edit' ? 'yes' : 'no'
    expect(row).toMatchObject({ edited: isEdited, saved: isEdited })
  })

  it('has the types that people have', () => {
    const types = rows.map(({ fileType }) => fileType)
    expect(types).toEqual(
      expect.arrayContaining(['docx', 'xlsx', 'pptx', 'odt', 'ods', 'odp', 'txt', 'csv', 'pdf']),
    )
  })
})
