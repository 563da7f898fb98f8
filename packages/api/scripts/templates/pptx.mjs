import {
  contentTypes,
  coreProperties,
  corePropertiesContent,
  corePropertiesType,
  header,
  officeTypes,
  relationships,
  theme,
  themeContent,
} from './common.mjs'

const presentation = 'application/vnd.openxmlformats-officedocument.presentationml'
const namespaces = `xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="${officeTypes}/relationships" xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"`
const group =
  '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>'
const colorMap = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>'

/** A placeholder; `box` is `[x, y, width, height]`, left out where it is inherited. */
function placeholder(id, name, type, { box, body = '<a:bodyPr/>', list = '<a:lstStyle/>', text = '' } = {}) {
  const place = box
    ? `<a:xfrm><a:off x="${box[0]}" y="${box[1]}"/><a:ext cx="${box[2]}" cy="${box[3]}"/></a:xfrm>`
    : ''
  const shape = box ? `${place}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>` : ''
  const paragraph = text
    ? `<a:p><a:r><a:rPr lang="en-US"/><a:t>${text}</a:t></a:r></a:p>`
    : '<a:p><a:endParaRPr lang="en-US"/></a:p>'
  return `<p:sp><p:nvSpPr><p:cNvPr id="${id}" name="${name}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph ${type}/></p:nvPr></p:nvSpPr><p:spPr>${shape}</p:spPr><p:txBody>${body}${list}${paragraph}</p:txBody></p:sp>`
}

const titleText = 'Click to edit Master title style'
const bodyText = 'Click to edit Master text styles'
const tree = (...shapes) => `<p:cSld><p:spTree>${group}${shapes.join('')}</p:spTree></p:cSld>`
const namedTree = (name, ...shapes) => tree(...shapes).replace('<p:cSld>', `<p:cSld name="${name}">`)
const centered = '<a:lstStyle><a:lvl1pPr algn="ctr"><a:defRPr sz="6000"/></a:lvl1pPr></a:lstStyle>'
const subtitle =
  '<a:lstStyle><a:lvl1pPr marL="0" indent="0" algn="ctr"><a:buNone/><a:defRPr sz="2400"/></a:lvl1pPr></a:lstStyle>'

const largeTitle = {
  box: [1524000, 1122363, 9144000, 2387600],
  body: '<a:bodyPr anchor="b"/>',
  list: centered,
}
const textBelow = { box: [1524000, 3602038, 9144000, 1655762], list: subtitle }

const titleLayout = `${header}<p:sldLayout ${namespaces} type="title" preserve="1">${namedTree(
  'Title Slide',
  placeholder(2, 'Title 1', 'type="ctrTitle"', {
    ...largeTitle,
    text: titleText,
  }),
  placeholder(3, 'Subtitle 2', 'type="subTitle" idx="1"', {
    ...textBelow,
    text: 'Click to edit Master subtitle style',
  }),
)}${colorMap}</p:sldLayout>`

/** Its place is one for text: for other contents, LibreOffice offers nothing to write in. */
const contentLayout = `${header}<p:sldLayout ${namespaces} type="tx" preserve="1">${namedTree(
  'Title and Content',
  placeholder(2, 'Title 1', 'type="title"', { text: titleText }),
  placeholder(3, 'Text Placeholder 2', 'type="body" idx="1"', { text: bodyText }),
)}${colorMap}</p:sldLayout>`

const blankLayout = `${header}<p:sldLayout ${namespaces} type="blank" preserve="1">${namedTree('Blank')}${colorMap}</p:sldLayout>`

const level = (number, indent, size) =>
  `<a:lvl${number}pPr marL="${indent}" indent="-228600" algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPts val="${number === 1 ? 1000 : 500}"/></a:spcBef><a:buFont typeface="Arial"/><a:buChar char="•"/><a:defRPr sz="${size}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${number}pPr>`

const master = `${header}<p:sldMaster ${namespaces}>${tree(
  placeholder(2, 'Title Placeholder 1', 'type="title"', {
    box: [838200, 365125, 10515600, 1325563],
    body: '<a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720" anchor="ctr"><a:normAutofit/></a:bodyPr>',
    text: titleText,
  }),
  placeholder(3, 'Text Placeholder 2', 'type="body" idx="1"', {
    box: [838200, 1825625, 10515600, 4351338],
    body: '<a:bodyPr vert="horz" lIns="91440" tIns="45720" rIns="91440" bIns="45720"><a:normAutofit/></a:bodyPr>',
    text: bodyText,
  }),
).replace(
  '<p:spTree>',
  '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg><p:spTree>',
)}<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/><p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/><p:sldLayoutId id="2147483651" r:id="rId3"/></p:sldLayoutIdLst><p:txStyles><p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="90000"/></a:lnSpc><a:spcBef><a:spcPct val="0"/></a:spcBef><a:buNone/><a:defRPr sz="4400"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr></p:titleStyle><p:bodyStyle>${level(1, 228600, 2800)}${level(2, 685800, 2400)}${level(3, 1143000, 2000)}${level(4, 1600200, 1800)}${level(5, 2057400, 1800)}</p:bodyStyle><p:otherStyle><a:defPPr><a:defRPr lang="en-US"/></a:defPPr></p:otherStyle></p:txStyles></p:sldMaster>`

/*
 * It looks like a title slide, but has the layout of those that come behind it: a new slide takes its places from the
 * layout of the slide before.
 */
const slide = `${header}<p:sld ${namespaces}>${tree(
  placeholder(2, 'Title 1', 'type="title"', largeTitle),
  placeholder(3, 'Subtitle 2', 'type="body" idx="1"', textBelow),
)}${colorMap}</p:sld>`

const layoutRelationships = relationships(['slideMaster', '../slideMasters/slideMaster1.xml'])

/** An empty presentation: 16:9, one title slide with empty placeholders, three layouts. */
export const pptx = {
  '[Content_Types].xml': contentTypes({
    'ppt/presentation.xml': `${presentation}.presentation.main+xml`,
    'ppt/slideMasters/slideMaster1.xml': `${presentation}.slideMaster+xml`,
    'ppt/slideLayouts/slideLayout1.xml': `${presentation}.slideLayout+xml`,
    'ppt/slideLayouts/slideLayout2.xml': `${presentation}.slideLayout+xml`,
    'ppt/slideLayouts/slideLayout3.xml': `${presentation}.slideLayout+xml`,
    'ppt/slides/slide1.xml': `${presentation}.slide+xml`,
    'ppt/theme/theme1.xml': themeContent,
    'docProps/core.xml': corePropertiesContent,
  }),
  '_rels/.rels': relationships(
    ['officeDocument', 'ppt/presentation.xml'],
    [corePropertiesType, 'docProps/core.xml'],
  ),
  'ppt/_rels/presentation.xml.rels': relationships(
    ['slideMaster', 'slideMasters/slideMaster1.xml'],
    ['slide', 'slides/slide1.xml'],
    ['theme', 'theme/theme1.xml'],
  ),
  'ppt/presentation.xml': `${header}<p:presentation ${namespaces}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId2"/></p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/></p:presentation>`,
  'ppt/slideMasters/slideMaster1.xml': master,
  'ppt/slideMasters/_rels/slideMaster1.xml.rels': relationships(
    ['slideLayout', '../slideLayouts/slideLayout1.xml'],
    ['slideLayout', '../slideLayouts/slideLayout2.xml'],
    ['slideLayout', '../slideLayouts/slideLayout3.xml'],
    ['theme', '../theme/theme1.xml'],
  ),
  'ppt/slideLayouts/slideLayout1.xml': titleLayout,
  'ppt/slideLayouts/_rels/slideLayout1.xml.rels': layoutRelationships,
  'ppt/slideLayouts/slideLayout2.xml': contentLayout,
  'ppt/slideLayouts/_rels/slideLayout2.xml.rels': layoutRelationships,
  'ppt/slideLayouts/slideLayout3.xml': blankLayout,
  'ppt/slideLayouts/_rels/slideLayout3.xml.rels': layoutRelationships,
  'ppt/slides/slide1.xml': slide,
  'ppt/slides/_rels/slide1.xml.rels': relationships(['slideLayout', '../slideLayouts/slideLayout2.xml']),
  'ppt/theme/theme1.xml': theme,
  'docProps/core.xml': coreProperties,
}
