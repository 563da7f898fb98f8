import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { lokCallback } from './callbacks.js'
import { createNotesDetour } from './notes-detour.js'
import { readNotes } from './notes.js'

const slide = (notes: string) =>
  '<draw:page draw:name="a"><draw:frame presentation:class="outline"><text:p>On the slide</text:p></draw:frame>' +
  `<presentation:notes>${notes}<draw:frame presentation:class="page-number"><text:p>1</text:p></draw:frame>` +
  '</presentation:notes></draw:page>'
const notes = (paragraphs: string) =>
  `<draw:frame draw:name="n" presentation:class="notes" svg:x="1cm"><draw:text-box>${paragraphs}</draw:text-box></draw:frame>`
const presentation = (...slides: string[]) => zipSync({ 'content.xml': strToU8(slides.map(slide).join('')) })

describe('the notes of a presentation', () => {
  it('are read in the order of the slides, with their lines', () => {
    const first = notes(
      '<text:p text:style-name="P1">Say <text:span>hello</text:span></text:p><text:p/><text:p>then wait</text:p>',
    )
    expect(readNotes(presentation(first, notes(''), ''))).toEqual(['Say hello\n\nthen wait', '', ''])
  })

  it('keep spaces, tabs and signs', () => {
    const text = '<text:p>a<text:s text:c="3"/>b<text:tab/>&lt;c&gt; &amp;amp;</text:p>'
    expect(readNotes(presentation(notes(text)))).toEqual(['a   b\t<c> &amp;'])
  })
})

describe('a view that is taken to the page of notes', () => {
  it('tells nobody of what it meets there, and has no cursor and no selection after it', () => {
    const heard: string[] = []
    const detour = createNotesDetour((type, payload) => heard.push(`${String(type)} ${payload}`))
    detour.listen((told) => {
      detour.handle(lokCallback.setPart, '2')
      detour.handle(lokCallback.cursor, '1, 2, 3, 4')
      detour.handle(lokCallback.stateChanged, '.uno:ModifiedStatus=true')
      expect(told.map(([type]) => type)).toEqual([
        lokCallback.setPart,
        lokCallback.cursor,
        lokCallback.stateChanged,
      ])
    })
    expect(heard).toEqual(['8 .uno:ModifiedStatus=true', '6 EMPTY', '2 ', '5 false'])
  })

  it('shows others no cursor on the slide', () => {
    const heard: number[] = []
    const { handle } = createNotesDetour((type) => heard.push(type))
    handle(lokCallback.viewCursor, '{"viewId":"1","rectangle":"1, 2, 3, 4","part":"0","mode":"2"}')
    handle(lokCallback.invalidateTiles, '0, 0, 9, 9, 0, 2')
    handle(lokCallback.viewCursor, '{"viewId":"1","rectangle":"1, 2, 3, 4","part":"0","mode":"0"}')
    handle(lokCallback.invalidateTiles, '0, 0, 9, 9, 2, 0')
    expect(heard).toEqual([lokCallback.viewCursor, lokCallback.invalidateTiles])
  })
})
