import { describe, expect, it } from 'vitest'
import { readDropped } from './dropped-files'

const fileEntry = (name: string) => ({
  name,
  isFile: true,
  file: (give: (file: File) => void) => {
    give(new File([name], name))
  },
})

/** A folder that gives its entries two at a time, as browsers give them a hundred at a time. */
const folderEntry = (name: string, children: object[]) => ({
  name,
  isFile: false,
  createReader: () => {
    const rest = [...children]
    return {
      readEntries: (give: (entries: object[]) => void) => {
        give(rest.splice(0, 2))
      },
    }
  },
})

const dropOf = (...entries: object[]) =>
  ({
    items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry, getAsFile: () => null })),
  }) as unknown as DataTransfer

const described = async (transfer: DataTransfer) =>
  (await readDropped(transfer)).map(({ file, path }) => [...path, file.name].join('/'))

describe('what is dropped', () => {
  it('is read with all folders, however many files they hold', async () => {
    const week = folderEntry('Week 1', ['a.txt', 'b.txt', 'c.txt'].map(fileEntry))
    const course = folderEntry('Course', [week, fileEntry('plan.docx')])
    expect(await described(dropOf(course, fileEntry('alone.txt')))).toEqual([
      'Course/Week 1/a.txt',
      'Course/Week 1/b.txt',
      'Course/Week 1/c.txt',
      'Course/plan.docx',
      'alone.txt',
    ])
  })

  it('leaves out what systems put into folders', async () => {
    const folder = folderEntry(
      'Course',
      ['.DS_Store', 'Thumbs.db', '~$plan.docx', 'plan.docx'].map(fileEntry),
    )
    expect(await described(dropOf(folder))).toEqual(['Course/plan.docx'])
  })

  it('is also a file that the browser knows no entry of', async () => {
    const file = new File(['x'], 'x.txt')
    const items = [{ kind: 'file', webkitGetAsEntry: () => null, getAsFile: () => file }]
    expect(await described({ items } as unknown as DataTransfer)).toEqual(['x.txt'])
  })
})
