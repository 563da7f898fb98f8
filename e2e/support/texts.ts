import { readDocxParagraphs, readPptxSlides, readXlsxSheets } from '@lectern/fixtures'

/** All text of a file, read by something that is not the engine which wrote it. */
export function readText(bytes: Uint8Array, fileType: string): string {
  switch (fileType) {
    case 'docx':
      return readDocxParagraphs(bytes).join('\n')
    case 'xlsx':
      return [...readXlsxSheets(bytes).values()]
        .flatMap((sheet) => [...sheet.values()].map((cell) => cell.value))
        .join('\n')
    case 'pptx':
    case 'ppsx':
      return readPptxSlides(bytes).flat().join('\n')
    default:
      throw new Error(`There is no independent reader for .${fileType} files.`)
  }
}
