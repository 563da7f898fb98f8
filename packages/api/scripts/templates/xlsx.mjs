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

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
const a4 = 9

const styles =
  `${header}<styleSheet ${main}><fonts count="1"><font><sz val="11"/><color theme="1"/><name val="Calibri"/><family val="2"/><scheme val="minor"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'

/** An empty workbook with one sheet, printed on A4, Calibri 11. */
export const xlsx = {
  '[Content_Types].xml': contentTypes({
    'xl/workbook.xml': `${sheet}.sheet.main+xml`,
    'xl/worksheets/sheet1.xml': `${sheet}.worksheet+xml`,
    'xl/styles.xml': `${sheet}.styles+xml`,
    'xl/theme/theme1.xml': themeContent,
    'docProps/core.xml': corePropertiesContent,
  }),
  '_rels/.rels': relationships(
    ['officeDocument', 'xl/workbook.xml'],
    [corePropertiesType, 'docProps/core.xml'],
  ),
  'xl/_rels/workbook.xml.rels': relationships(
    ['worksheet', 'worksheets/sheet1.xml'],
    ['styles', 'styles.xml'],
    ['theme', 'theme/theme1.xml'],
  ),
  'xl/workbook.xml': `${header}<workbook ${main} xmlns:r="${officeTypes}/relationships"><bookViews><workbookView/></bookViews><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/worksheets/sheet1.xml': `${header}<worksheet ${main}><dimension ref="A1"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/><sheetData/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/><pageSetup paperSize="${a4}"/></worksheet>`,
  'xl/styles.xml': styles,
  'xl/theme/theme1.xml': theme,
  'docProps/core.xml': coreProperties,
}
