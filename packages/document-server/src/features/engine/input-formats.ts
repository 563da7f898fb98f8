import { findFormat } from '@lectern/shared'
import type { DocumentType, FileContainer, FileFormat } from '@lectern/shared'

const contentTypes = '[Content_Types].xml'

const further = (
  documentType: DocumentType,
  container: FileContainer,
  fileTypes: string[],
  requiredPart?: string,
): FileFormat[] =>
  fileTypes.map((fileType) => ({
    fileType,
    documentType,
    mimeType: 'application/octet-stream',
    container,
    action: 'view',
    requiredPart,
  }))

/** What the engine reads besides the types that a portal lists: good for conversion. */
const furtherFormats = new Map(
  [
    ...further('word', 'zip', ['dotx', 'dotm'], contentTypes),
    ...further('cell', 'zip', ['xltx', 'xltm'], contentTypes),
    ...further('slide', 'zip', ['potx', 'potm', 'ppsm'], contentTypes),
    ...further('word', 'zip', ['ott'], 'content.xml'),
    ...further('cell', 'zip', ['ots'], 'content.xml'),
    ...further('slide', 'zip', ['otp'], 'content.xml'),
    ...further('word', 'text', ['fodt']),
    ...further('cell', 'text', ['fods']),
    ...further('slide', 'text', ['fodp']),
    ...further('word', 'cfb', ['dot']),
    ...further('cell', 'cfb', ['xlt']),
    ...further('slide', 'cfb', ['pot']),
  ].map((format) => [format.fileType, format]),
)

/** Finds what is known of a file type that the engine may be handed. */
export function findInputFormat(fileType: string): FileFormat | undefined {
  return findFormat(fileType) ?? furtherFormats.get(fileType.toLowerCase())
}

/** The engine knows some types only by the name of another one. */
const engineNames: Record<string, string> = {
  ...{ docxf: 'docx', oform: 'docx' },
  ...{ mht: 'html', mhtml: 'html', epub: 'html' },
}

/** Gives the extension under which the engine is handed a file. */
export function engineFileType(fileType: string): string {
  return engineNames[fileType] ?? fileType
}
