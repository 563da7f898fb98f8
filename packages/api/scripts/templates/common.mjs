const packageTypes = 'http://schemas.openxmlformats.org/package/2006'
export const officeTypes = 'http://schemas.openxmlformats.org/officeDocument/2006'
export const header = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** Writes `[Content_Types].xml`: part names with their types. */
export function contentTypes(types) {
  const overrides = Object.entries(types)
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
    .join('')
  return `${header}<Types xmlns="${packageTypes}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`
}

/** Writes a `.rels` part: `[type, target]` pairs, numbered from rId1. */
export function relationships(...targets) {
  const rows = targets
    .map(([type, target], index) => {
      const full = type.startsWith('http') ? type : `${officeTypes}/relationships/${type}`
      return `<Relationship Id="rId${index + 1}" Type="${full}" Target="${target}"/>`
    })
    .join('')
  return `${header}<Relationships xmlns="${packageTypes}/relationships">${rows}</Relationships>`
}

export const corePropertiesType = `${packageTypes}/relationships/metadata/core-properties`
export const coreProperties = `${header}<cp:coreProperties xmlns:cp="${packageTypes}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title></dc:title></cp:coreProperties>`
export const corePropertiesContent = 'application/vnd.openxmlformats-package.core-properties+xml'

const color = (name, rgb) => `<a:${name}><a:srgbClr val="${rgb}"/></a:${name}>`
const fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
const line = (width) => `<a:ln w="${width}">${fill}</a:ln>`
const effect = '<a:effectStyle><a:effectLst/></a:effectStyle>'
const font = (name) => `<a:latin typeface="${name}"/><a:ea typeface=""/><a:cs typeface=""/>`

/** The theme of all three: Calibri, for which Carlito of the same widths stands in where it is missing. */
export const theme =
  `${header}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Lectern"><a:themeElements>` +
  '<a:clrScheme name="Lectern"><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1><a:lt1><a:sysClr val="window" lastClr="FFFFFF"/></a:lt1>' +
  color('dk2', '1F2A44') +
  color('lt2', 'EEF1F6') +
  color('accent1', '2F6FDE') +
  color('accent2', 'E0752F') +
  color('accent3', '7F8894') +
  color('accent4', 'F2B705') +
  color('accent5', '1F9D8B') +
  color('accent6', '5FA845') +
  color('hlink', '0B5FCC') +
  color('folHlink', '7A4DA0') +
  `</a:clrScheme><a:fontScheme name="Lectern"><a:majorFont>${font('Calibri Light')}</a:majorFont><a:minorFont>${font('Calibri')}</a:minorFont></a:fontScheme>` +
  `<a:fmtScheme name="Lectern"><a:fillStyleLst>${fill.repeat(3)}</a:fillStyleLst><a:lnStyleLst>${line(6350)}${line(12700)}${line(19050)}</a:lnStyleLst>` +
  `<a:effectStyleLst>${effect.repeat(3)}</a:effectStyleLst><a:bgFillStyleLst>${fill.repeat(3)}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>`
export const themeContent = 'application/vnd.openxmlformats-officedocument.theme+xml'
