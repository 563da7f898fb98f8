import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makeFormDocx, makeFormPdf } from '@lectern/fixtures'
import { readFormData } from './form-data.js'

describe('what a form was filled in with', () => {
  it('is read field by field from a text', async () => {
    const fields = await readFormData(makeFormDocx('oform'), 'oform')
    expect(fields).toEqual([
      { key: 'name', tag: '', value: 'Who', type: 'text' },
      { key: 'Ship', tag: '', value: 'Aurora', type: 'dropDownList' },
      { key: 'Arrival', tag: '', value: '2026-01-01', type: 'dateTime' },
      { key: 'Agreed', tag: '', value: false, type: 'checkBox' },
    ])
  })

  it('has nothing for a field that only says what to write, and a field in a shape once', async () => {
    const field = (properties: string, content: string) =>
      `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent>${content}</w:sdtContent></w:sdt>`
    const shape = field(
      '<w:id w:val="1"/><w:tag w:val="A &amp; B"/>',
      '<w:t>one</w:t><w:br/><w:t>&lt;two&gt;</w:t>',
    )
    const body = `${shape}${shape}${field('<w:showingPlcHdr/>', '<w:t>Write here</w:t>')}`
    const bytes = zipSync({ 'word/document.xml': strToU8(body) })
    expect(await readFormData(bytes, 'docx')).toEqual([
      { key: '', tag: 'A & B', value: 'one\n<two>', type: 'text' },
      { key: '', tag: '', value: '', type: 'text' },
    ])
  })

  it('is read from a PDF form, and from nothing else', async () => {
    const fields = await readFormData(makeFormPdf(), 'pdf')
    expect(fields?.map(({ type }) => type)).toEqual(['text', 'checkBox'])
    expect(await readFormData(Buffer.from('x'), 'txt')).toBeUndefined()
  })
})
