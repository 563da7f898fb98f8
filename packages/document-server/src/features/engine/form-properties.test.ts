import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { formProperties, makeFormDocx } from '@lectern/fixtures'
import { readForm } from './form-properties.js'

const main = 'word/document.xml'
const types = '[Content_Types].xml'
const partOf = (bytes: Uint8Array | undefined, name: string) => strFromU8(unzipSync(bytes!)[name]!)
const pack = (body: string, mainType = 'wordprocessingml.document.main+xml') =>
  zipSync({
    [types]: strToU8(
      `<Types><Override PartName="/${main}" ContentType="application/vnd.openxmlformats-officedocument.${mainType}"/></Types>`,
    ),
    [main]: strToU8(body),
  })
const field = (properties: string) => `<w:sdt><w:sdtPr>${properties}</w:sdtPr><w:sdtContent/></w:sdt>`

describe('a form', () => {
  it('gives each field with properties an id, and puts the properties where the id is found again', () => {
    const form = readForm(makeFormDocx('oform'), 'oform')
    const id = /<w:id w:val="\d+"\/>/.exec(partOf(form?.bytes, main))![0]
    const saved = form?.complete(pack(field('<w:id w:val="7"/>') + field(`<w:lock/>${id}`)))
    expect(partOf(saved, main)).toBe(field('<w:id w:val="7"/>') + field(`<w:lock/>${id}${formProperties}`))
  })

  it('keeps the ids that are there, the groups of radio buttons and how pictures are fitted in', () => {
    const own = '<w:id w:val="-5"/><w14:checkbox><w14:groupKey w14:val="$1"/></w14:checkbox>'
    const body = field(`${own}<w:picture w:scaleFlag="1"/><w:formPr/>`)
    const form = readForm(pack(body), 'docxf')
    expect(partOf(form?.bytes, main)).toBe(body)
    const written = field('<w:id w:val="-5"/><w14:checkbox></w14:checkbox><w:picture/>')
    expect(partOf(form?.complete(pack(written)), main)).toBe(body)
  })

  it('keeps the type of its main part, which the engine reads as that of a document', () => {
    const form = readForm(pack('<w:body/>', 'wordprocessingml.document.oform'), 'oform')
    expect(partOf(form?.bytes, types)).toContain('wordprocessingml.document.main+xml')
    expect(partOf(form?.complete(pack('<w:body/>')), types)).toContain('wordprocessingml.document.oform"')
  })

  it('is only one by its type, and left as it is when its XML is broken', () => {
    expect(readForm(makeFormDocx(), 'docx')).toBeUndefined()
    const broken = pack('<w:sdtPr><w:formPr><w:sdtPr>'.repeat(10_000))
    expect(readForm(broken, 'oform')?.bytes).toBe(broken)
  })
})
