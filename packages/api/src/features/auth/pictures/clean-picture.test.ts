import { describe, expect, it } from 'vitest'
import { cleanPicture } from './clean-picture.js'

function segment(marker: number, data: readonly number[]): Buffer {
  const length = data.length + 2
  return Buffer.from([0xff, marker, length >> 8, length & 0xff, ...data])
}

/** Pictures of one pixel. */
const jpeg = Buffer.concat([
  Buffer.from([0xff, 0xd8]),
  segment(0xdb, Array<number>(65).fill(1)),
  segment(0xc0, [8, 0, 1, 0, 1, 1, 1, 0x11, 0]),
  segment(0xc4, Array<number>(20).fill(0)),
  segment(0xda, [1, 1, 0, 0, 63, 0]),
  Buffer.from([0x12, 0xff, 0, 0x34, 0xff, 0xd0, 0x56, 0xff, 0xd9]),
])
const lossless = Buffer.from('2f0000000007d0fffe0300', 'hex')

const webpOf = (...chunks: [type: string, data: Buffer][]) => {
  const parts = chunks.map(([type, data]) => {
    const header = Buffer.alloc(8)
    header.write(type, 'latin1')
    header.writeUInt32LE(data.length, 4)
    return Buffer.concat([header, data, Buffer.alloc(data.length % 2)])
  })
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts])
  const header = Buffer.alloc(8)
  header.write('RIFF', 'latin1')
  header.writeUInt32LE(body.length, 4)
  return Buffer.concat([header, body])
}
const extended = (flags: number) => Buffer.from([flags, 0, 0, 0, 0, 0, 0, 0, 0, 0])

describe('a JPEG picture', () => {
  it('comes out the same when there is nothing in it but what draws it', () => {
    expect(cleanPicture(jpeg)).toEqual({ mediaType: 'image/jpeg', bytes: jpeg })
  })

  it('loses notes, places and what is behind its end', () => {
    const note = Buffer.concat([Buffer.from('ffe10010', 'hex'), Buffer.from('Exif: 52.5 N  ')])
    const file = Buffer.concat([jpeg.subarray(0, 2), note, jpeg.subarray(2), Buffer.from('<script>')])
    expect(cleanPicture(file).bytes).toEqual(jpeg)
  })

  it.each([
    ['cut off', jpeg.subarray(0, -2)],
    ['without a picture in it', Buffer.from('ffd8ffd9', 'hex')],
    ['with a part that is longer than the file', Buffer.concat([jpeg.subarray(0, 4), Buffer.from('ffff')])],
  ])('is refused when it is %s', (_, bytes) => {
    expect(() => cleanPicture(bytes)).toThrow('PNG, JPEG or WebP')
  })
})

describe('a WebP picture', () => {
  it('loses notes and everything that is unknown', () => {
    const file = webpOf(
      ['VP8X', extended(0x1c)],
      ['VP8L', lossless],
      ['EXIF', Buffer.from('place')],
      ['evil', Buffer.from('<script>')],
    )
    const clean = webpOf(['VP8X', extended(0x10)], ['VP8L', lossless])
    expect(cleanPicture(file)).toEqual({ mediaType: 'image/webp', bytes: clean })
    expect(cleanPicture(webpOf(['VP8L', lossless])).bytes).toEqual(webpOf(['VP8L', lossless]))
  })

  it.each([
    ['animated', webpOf(['VP8X', extended(0x02)], ['VP8L', lossless])],
    ['empty', webpOf()],
    ['cut off', webpOf(['VP8L', lossless]).subarray(0, -4)],
    ['not what it says', webpOf(['VP8L', Buffer.from('nothing at all')])],
  ])('is refused when it is %s', (_, bytes) => {
    expect(() => cleanPicture(bytes)).toThrow('PNG, JPEG or WebP')
  })
})
