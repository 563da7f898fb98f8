import { contentTypes, header, relationships } from '../templates/common.mjs'
import { pptx } from '../templates/pptx.mjs'
import { accent, escape, ink, tint } from './word.mjs'

const slideType = 'application/vnd.openxmlformats-officedocument.presentationml.slide+xml'
const [, namespaces] = /<p:sld ([^>]*)>/.exec(pptx['ppt/slides/slide1.xml']) ?? []
const group =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
const box = ([x, y, width, height]) =>
  `<a:xfrm><a:off x="${x}" y="${y}"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>`
const solid = (color) => `<a:solidFill><a:srgbClr val="${color}"/></a:solidFill>`

function bar(id, place, color) {
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Bar ${id}"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr>${box(place)}${solid(color)}<a:ln><a:noFill/></a:ln></p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-US"/></a:p></p:txBody></p:sp>`
}

function words(id, type, place, lines, { size, color = ink, bold, anchor = 't' }) {
  const text = lines
    .map(
      (line) =>
        `<a:p><a:pPr algn="l"/><a:r><a:rPr lang="en-US" sz="${size * 100}"${bold ? ' b="1"' : ''}>${solid(color)}</a:rPr><a:t>${escape(line)}</a:t></a:r></a:p>`,
    )
    .join('')
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="Text ${id}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${type}/></p:nvPr></p:nvSpPr><p:spPr>${box(place)}</p:spPr><p:txBody><a:bodyPr anchor="${anchor}"><a:normAutofit/></a:bodyPr><a:lstStyle/>${text}</p:txBody></p:sp>`
}

const slideXml = (...shapes) =>
  `${header}<p:sld ${namespaces}><p:cSld><p:spTree>${group}${shapes.join('')}</p:spTree></p:cSld><p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sld>`

/** The parts of a presentation: a title, then slides with a heading and lines. */
export function presentation({ title, subtitle, slides }) {
  const first = slideXml(
    bar(2, [0, 0, 12192000, 6858000], accent),
    bar(3, [838200, 4150000, 2400000, 60000], 'F2B705'),
    words(4, 'type="ctrTitle"', [838200, 1500000, 10515600, 2500000], [title], {
      size: 48,
      color: 'FFFFFF',
      bold: true,
      anchor: 'b',
    }),
    words(5, 'type="subTitle" idx="1"', [838200, 4350000, 10515600, 1200000], [subtitle], {
      size: 22,
      color: tint,
    }),
  )
  const others = slides.map(({ heading, lines }) =>
    slideXml(
      bar(2, [0, 0, 240000, 6858000], accent),
      words(3, 'type="title"', [838200, 420000, 10515600, 1000000], [heading], {
        size: 34,
        color: accent,
        bold: true,
        anchor: 'ctr',
      }),
      bar(4, [838200, 1450000, 1400000, 45000], 'F2B705'),
      words(5, 'type="body" idx="1"', [838200, 1750000, 10515600, 4400000], lines, { size: 24 }),
    ),
  )
  const all = [first, ...others]
  const names = all.map((_, index) => `slides/slide${index + 1}.xml`)
  const types = Object.fromEntries(names.map((name) => [`ppt/${name}`, slideType]))
  const added = contentTypes(types).match(/<Override.*(?=<\/Types>)/)[0]
  const relations = relationships(
    ['slideMaster', 'slideMasters/slideMaster1.xml'],
    ...names.map((name) => ['slide', name]),
    ['theme', 'theme/theme1.xml'],
  )
  const ids = names.map((_, index) => `<p:sldId id="${256 + index}" r:id="rId${index + 2}"/>`).join('')
  const parts = {
    ...pptx,
    '[Content_Types].xml': pptx['[Content_Types].xml']
      .replace(/<Override PartName="\/ppt\/slides\/slide1.xml"[^>]*\/>/, '')
      .replace('</Types>', `${added}</Types>`),
    'ppt/_rels/presentation.xml.rels': relations,
    'ppt/presentation.xml': pptx['ppt/presentation.xml'].replace(
      /<p:sldIdLst>.*<\/p:sldIdLst>/,
      `<p:sldIdLst>${ids}</p:sldIdLst>`,
    ),
  }
  all.forEach((xml, index) => {
    const layout = index === 0 ? 1 : 2
    parts[`ppt/slides/slide${index + 1}.xml`] = xml
    parts[`ppt/slides/_rels/slide${index + 1}.xml.rels`] = relationships([
      'slideLayout',
      `../slideLayouts/slideLayout${layout}.xml`,
    ])
  })
  return parts
}
