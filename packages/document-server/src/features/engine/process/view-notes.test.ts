import { describe, expect, it } from 'vitest'
import { contextMenuOf, contextOf, fieldOf, hyperlinkOf, rulerOf, searchResultOf } from './view-notes.js'

describe('what the engine notes about a view', () => {
  it('names the place of the cursor', () => {
    expect(contextOf('com.sun.star.text.TextDocument Table')).toEqual({ type: 'context', context: 'table' })
    expect(contextOf('com.sun.star.presentation.PresentationDocument DrawPage')).toMatchObject({
      context: 'slide',
    })
    expect(contextOf('something new')).toMatchObject({ context: 'text' })
  })

  it('lists the commands of a menu that can be given, those of menus inside it too', () => {
    const menu = [
      { type: 'command', command: '.uno:Cut', enabled: 'false' },
      { type: 'separator' },
      {
        type: 'menu',
        command: '.uno:Sub',
        menu: [{ type: 'command', command: '.uno:Paste', enabled: 'true' }],
      },
    ]
    expect(contextMenuOf(JSON.stringify({ menu }))).toEqual({ type: 'contextMenu', commands: ['Paste'] })
    expect(contextMenuOf('no json')).toMatchObject({ commands: [] })
  })

  it('tells the margins of the page with the cursor', () => {
    const page = { margin1: 0, margin2: 15_921, leftOffset: 2_540, pageOffset: 501, pageWidth: 21_001 }
    expect(rulerOf(JSON.stringify(page))).toEqual({ pageWidth: 21_001, left: 2_540, right: 2_540 })
    expect(rulerOf(JSON.stringify({ ...page, margin2: 0, pageWidth: 0 }))).toBeNull()
    expect(rulerOf(JSON.stringify({ ...page, margin2: -83_987_524, leftOffset: 84_005_984 }))).toBeNull()
    expect(rulerOf('no json')).toBeNull()
  })

  it('tells of the form field with the cursor', () => {
    const shown = { action: 'show', rectangles: '10, 20, 300, 40' }
    const rects = [{ x: 10, y: 20, width: 300, height: 40 }]
    const field = { rects, kind: 'text', entries: [], title: '' }
    expect(fieldOf(JSON.stringify({ ...shown, alias: 'Name' }))).toEqual({ ...field, title: 'Name' })
    expect(fieldOf(JSON.stringify({ ...shown, items: ['a', 'b'] }))).toMatchObject({
      kind: 'list',
      entries: ['a', 'b'],
    })
    expect(fieldOf(JSON.stringify({ ...shown, date: 'true' }))).toMatchObject({ kind: 'date' })
    expect(fieldOf(JSON.stringify({ action: 'hide' }))).toBeNull()
    expect(fieldOf('no json')).toBeNull()
  })

  it('counts the places that a search found', () => {
    const found = { searchString: 'e', searchResultSelection: [{}, {}] }
    expect(searchResultOf(JSON.stringify(found))).toEqual({ type: 'searchResult', text: 'e', count: 2 })
  })

  it('tells a link, the end of one, and nothing when links are not told of', () => {
    const cursor = (hyperlink: unknown) => JSON.stringify({ rectangle: '1, 2, 3, 4', hyperlink })
    expect(hyperlinkOf(cursor({ text: 'a', link: 'https://a.example/' }))?.url).toBe('https://a.example/')
    expect(hyperlinkOf(cursor({}))).toEqual({ text: '', url: '' })
    expect(hyperlinkOf('1, 2, 3, 4')).toBeUndefined()
  })
})
