import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { readPlaces } from './places.js'

const placesIn = (body: string) =>
  readPlaces(zipSync({ 'content.xml': strToU8(`<office:text>${body}</office:text>`) }))

describe('the places of a text', () => {
  it('are its headings and bookmarks, in their order, each name once', () => {
    const heading = (text: string) => `<text:h text:style-name="H1" text:outline-level="1">${text}</text:h>`
    const body = [
      '<text:h text:outline-level="2"/>',
      heading('Quays &amp;<text:s/><text:span text:style-name="T1">berths</text:span>'),
      '<text:p><text:bookmark text:name="港口"/>Words<text:bookmark-start text:name="A &quot;b&quot;"/></text:p>',
      '<text:p><text:bookmark-end text:name="A &quot;b&quot;"/></text:p>',
      heading('Ships<text:note text:id="1"><text:note-body>Said below</text:note-body></text:note>'),
      heading('Ships'),
      heading('<text:s/>Crews'),
    ]
    expect(placesIn(body.join(''))).toEqual({
      headings: [
        { text: 'Quays & berths', target: 'Quays & berths|outline' },
        { text: 'Ships', target: 'Ships|outline' },
        { text: 'Crews', target: ' Crews|outline' },
      ],
      bookmarks: [
        { text: '港口', target: '港口' },
        { text: 'A "b"', target: 'A "b"' },
      ],
    })
  })

  it('leave out what was deleted, and what the engine made for itself', () => {
    const deleted =
      '<text:tracked-changes><text:h text:outline-level="1">Gone</text:h></text:tracked-changes>'
    expect(placesIn(`${deleted}<text:p><text:bookmark text:name="_Toc1"/></text:p>`)).toEqual({
      headings: [],
      bookmarks: [],
    })
  })

  it('are none in a file without content', () => {
    expect(readPlaces(zipSync({ mimetype: strToU8('x') }))).toEqual({ headings: [], bookmarks: [] })
  })
})
