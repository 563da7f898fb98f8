import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { makePng } from '@lectern/fixtures'
import { bookToHtml } from './book.js'
import { markupInput } from './index.js'
import { sanitiseHtml } from './sanitise.js'
import { webArchiveToHtml } from './web-archive.js'

const png = makePng().toString('base64')

describe('a web page loses', () => {
  it.each([
    ['scripts', '<p>a</p><script>alert("<b>")</script><p>b</p>', '<p>a</p><p>b</p>'],
    ['a script that never ends', '<p>a</p><script>alert(1)', '<p>a</p>'],
    ['handlers', '<p onclick="x()" class=c>a</p>', '<p class="c">a</p>'],
    ['links that run', '<a href=" java&#x73;cript:x()">a</a>', '<a>a</a>'],
    ['frames', 'a<iframe src="http://evil.example">x</iframe>b', 'ab'],
    ['remote pictures and local files', '<img src="http://a/b.png"><img src="file:///tmp/x">', '<img><img>'],
    ['styles that load', '<p style="background:url(http://a)">a</p>', '<p>a</p>'],
    ['style sheets that load', '<style>@import "x";}p{color:red}</style>', '<style>p{color:red}</style>'],
    ['comments with conditions', '<!--[if IE]><script>x</script><![endif]-->a', 'a'],
    ['what only looks like an element', 'a <b c', 'a &lt;b c'],
  ])('%s', (_, html, clean) => {
    expect(sanitiseHtml(html)).toBe(clean)
  })

  it('nothing that is only looked at', () => {
    const html = `<h1 align="center">T</h1><a href="https://a.example/?b=1&amp;c">x</a><img src="data:image/png;base64,${png}">`
    expect(sanitiseHtml(html)).toBe(html)
  })
})

describe('a hostile page of a megabyte is read in time', () => {
  it.each(['<a', '<script', '<style>', '<!', '<!--', '<a "', "<x '<", '<svg>', '&#', '=\n', '<body'])(
    '%s…',
    (piece) => {
      const html = piece.repeat(Math.floor(1_000_000 / piece.length))
      const startedAt = performance.now()
      markupInput(strToU8(html), 'html')
      markupInput(strToU8(`Content-Type: text/html\n\n${html}`), 'mht')
      expect(performance.now() - startedAt).toBeLessThan(10_000)
    },
  )
})

describe('a web page in one file', () => {
  const archive = [
    'MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="--b"; type="text/html"\r\n\r\n',
    '----b\r\nContent-Type: text/html; charset="gb2312"\r\nContent-Transfer-Encoding: quoted-printable\r\n',
    'Content-Location: http://a.example/page/index.htm\r\n\r\n',
    '<p class=3D"x">=B8=DB=BF=DA so=\r\nft</p><img src=3D"p.png"><img src=3D"cid:two"><img src=3D"far.png">\r\n',
    `----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://a.example/page/p.png\r\n\r\n${png}\r\n`,
    `----b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-ID: <two>\r\n\r\n${png}\r\n----b--\r\n`,
  ].join('')

  it('shows its text in its encoding, and the pictures that it brings along', () => {
    const picture = `<img src="data:image/png;base64,${png}">`
    expect(webArchiveToHtml(Buffer.from(archive, 'latin1')).trim()).toBe(
      `<p class="x">港口 soft</p>${picture}${picture}<img>`,
    )
  })

  it('without a page is refused', () => {
    expect(() => webArchiveToHtml(strToU8('Content-Type: text/plain\n\nhello'))).toThrow(/no web page/)
  })
})

describe('an e-book', () => {
  const book = {
    'META-INF/container.xml': '<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>',
    'O/b.opf':
      '<package><dc:title>Tides</dc:title><manifest><item id="two" href="t/2.xhtml" media-type="application/xhtml+xml"/>' +
      '<item id="one" href="t/1.xhtml" media-type="application/xhtml+xml"/><item id="p" href="i/a%20b.png" media-type="image/png"/>' +
      '</manifest><spine><itemref idref="one"/><itemref idref="two"/></spine></package>',
    'O/t/1.xhtml':
      '<html><body><svg><image xlink:href="../i/a%20b.png"/></svg><p>First</p><script>x</script></body></html>',
    'O/t/2.xhtml': '<html><body><p>Second</p></body></html>',
  }
  const pack = (parts: Record<string, string>) =>
    zipSync({
      ...Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, strToU8(text)])),
      'O/i/a b.png': makePng(),
    })

  it('becomes its chapters in reading order, with pictures and without scripts', () => {
    const html = bookToHtml(pack(book))
    expect(html).toMatch(/Tides.*data:image\/png.*First.*Second/s)
    expect(html).not.toContain('script')
  })

  it('that names no chapters is refused', () => {
    expect(() => bookToHtml(pack({ ...book, 'O/b.opf': '<package/>' }))).toThrow(/damaged/)
    expect(() => bookToHtml(pack({ 'a.txt': '' }))).toThrow(/damaged/)
  })
})
