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

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const main = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

const heading = (level, size, before) =>
  `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="9"/><w:qFormat/><w:pPr><w:keepNext/><w:keepLines/><w:spacing w:before="${before}" w:after="80"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:eastAsiaTheme="majorEastAsia" w:hAnsiTheme="majorHAnsi" w:cstheme="majorBidi"/><w:color w:val="1F2A44" w:themeColor="text2"/><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr></w:style>`

const styles =
  `${header}<w:styles ${main}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:eastAsiaTheme="minorEastAsia" w:hAnsiTheme="minorHAnsi" w:cstheme="minorBidi"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>` +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
  heading(1, 36, 360) +
  heading(2, 28, 240) +
  heading(3, 24, 200) +
  '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:uiPriority w:val="10"/><w:qFormat/><w:pPr><w:spacing w:after="160" w:line="240" w:lineRule="auto"/><w:contextualSpacing/></w:pPr><w:rPr><w:rFonts w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorHAnsi"/><w:sz w:val="52"/><w:szCs w:val="52"/></w:rPr></w:style>' +
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
  '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="39"/><w:tblPr><w:tblBorders>' +
  ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('') +
  '</w:tblBorders></w:tblPr></w:style></w:styles>'

/** An empty text document: A4, 2.5 cm margins, Calibri 11. */
export const docx = {
  '[Content_Types].xml': contentTypes({
    'word/document.xml': `${word}.document.main+xml`,
    'word/styles.xml': `${word}.styles+xml`,
    'word/settings.xml': `${word}.settings+xml`,
    'word/theme/theme1.xml': themeContent,
    'docProps/core.xml': corePropertiesContent,
  }),
  '_rels/.rels': relationships(
    ['officeDocument', 'word/document.xml'],
    [corePropertiesType, 'docProps/core.xml'],
  ),
  'word/_rels/document.xml.rels': relationships(
    ['styles', 'styles.xml'],
    ['settings', 'settings.xml'],
    ['theme', 'theme/theme1.xml'],
  ),
  'word/document.xml': `${header}<w:document ${main} xmlns:r="${officeTypes}/relationships"><w:body><w:p/><w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417" w:left="1417" w:header="708" w:footer="708" w:gutter="0"/></w:sectPr></w:body></w:document>`,
  'word/styles.xml': styles,
  'word/settings.xml': `${header}<w:settings ${main}><w:zoom w:percent="100"/><w:defaultTabStop w:val="708"/><w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`,
  'word/theme/theme1.xml': theme,
  'docProps/core.xml': coreProperties,
}
