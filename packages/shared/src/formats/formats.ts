/** The document types of the protocol. */
export const documentTypes = ['word', 'cell', 'slide', 'pdf', 'diagram'] as const
export type DocumentType = (typeof documentTypes)[number]

/** The file types that document servers make of each type of document, the usual one first. */
export const outputTypes: Partial<Record<DocumentType, readonly string[]>> = {
  word: ['docx', 'odt', 'rtf', 'txt', 'pdf'],
  cell: ['xlsx', 'ods', 'csv', 'pdf'],
  slide: ['pptx', 'odp', 'pdf'],
}

/** The outer form of a file, which its first bytes must show. */
export type FileContainer = 'zip' | 'cfb' | 'pdf' | 'rtf' | 'djvu' | 'text'

/** What Lectern knows of one file type. */
export interface FileFormat {
  /** Lower-case extension without the dot. */
  fileType: string
  documentType: DocumentType
  mimeType: string
  container: FileContainer
  /** `edit`: opened and saved in this type. `view`: shown, never saved. */
  action: 'edit' | 'view'
  /** Part that a ZIP container of this type must have, with which a renamed file is told apart. */
  requiredPart?: string
}

const openXml = 'application/vnd.openxmlformats-officedocument.'
const macroEnabled = 'application/vnd.ms-'
const openDocument = 'application/vnd.oasis.opendocument.'

const table: FileFormat[] = [
  {
    fileType: 'docx',
    documentType: 'word',
    mimeType: `${openXml}wordprocessingml.document`,
    container: 'zip',
    action: 'edit',
    requiredPart: '[Content_Types].xml',
  },
  {
    fileType: 'docm',
    documentType: 'word',
    mimeType: `${macroEnabled}word.document.macroEnabled.12`,
    container: 'zip',
    action: 'edit',
    requiredPart: '[Content_Types].xml',
  },
  // Forms of older versions of ONLYOFFICE: a template, and one to be filled in.
  ...['docxf', 'oform'].map((fileType) => ({
    fileType,
    documentType: 'word' as const,
    mimeType: `${openXml}wordprocessingml.document.${fileType}`,
    container: 'zip' as const,
    action: 'edit' as const,
    requiredPart: '[Content_Types].xml',
  })),
  {
    fileType: 'odt',
    documentType: 'word',
    mimeType: `${openDocument}text`,
    container: 'zip',
    action: 'edit',
    requiredPart: 'content.xml',
  },
  { fileType: 'rtf', documentType: 'word', mimeType: 'application/rtf', container: 'rtf', action: 'edit' },
  { fileType: 'txt', documentType: 'word', mimeType: 'text/plain', container: 'text', action: 'edit' },
  { fileType: 'doc', documentType: 'word', mimeType: 'application/msword', container: 'cfb', action: 'view' },
  {
    fileType: 'xlsx',
    documentType: 'cell',
    mimeType: `${openXml}spreadsheetml.sheet`,
    container: 'zip',
    action: 'edit',
    requiredPart: '[Content_Types].xml',
  },
  {
    fileType: 'xlsm',
    documentType: 'cell',
    mimeType: `${macroEnabled}excel.sheet.macroEnabled.12`,
    container: 'zip',
    action: 'edit',
    requiredPart: '[Content_Types].xml',
  },
  {
    fileType: 'ods',
    documentType: 'cell',
    mimeType: `${openDocument}spreadsheet`,
    container: 'zip',
    action: 'edit',
    requiredPart: 'content.xml',
  },
  { fileType: 'csv', documentType: 'cell', mimeType: 'text/csv', container: 'text', action: 'edit' },
  {
    fileType: 'xls',
    documentType: 'cell',
    mimeType: 'application/vnd.ms-excel',
    container: 'cfb',
    action: 'view',
  },
  {
    fileType: 'pptx',
    documentType: 'slide',
    mimeType: `${openXml}presentationml.presentation`,
    container: 'zip',
    action: 'edit',
    requiredPart: '[Content_Types].xml',
  },
  {
    fileType: 'pptm',
    documentType: 'slide',
    mimeType: `${macroEnabled}powerpoint.presentation.macroEnabled.12`,
    container: 'zip',
    action: 'edit',
    requiredPart: '[Content_Types].xml',
  },
  {
    fileType: 'ppsx',
    documentType: 'slide',
    mimeType: `${openXml}presentationml.slideshow`,
    container: 'zip',
    action: 'edit',
    requiredPart: '[Content_Types].xml',
  },
  {
    fileType: 'odp',
    documentType: 'slide',
    mimeType: `${openDocument}presentation`,
    container: 'zip',
    action: 'edit',
    requiredPart: 'content.xml',
  },
  {
    fileType: 'ppt',
    documentType: 'slide',
    mimeType: 'application/vnd.ms-powerpoint',
    container: 'cfb',
    action: 'view',
  },
  {
    fileType: 'pps',
    documentType: 'slide',
    mimeType: 'application/vnd.ms-powerpoint',
    container: 'cfb',
    action: 'view',
  },
  // Of PDF files the fields of forms are filled in.
  { fileType: 'pdf', documentType: 'pdf', mimeType: 'application/pdf', container: 'pdf', action: 'edit' },
  { fileType: 'djvu', documentType: 'pdf', mimeType: 'image/vnd.djvu', container: 'djvu', action: 'view' },
  ...['xps', 'oxps'].map((fileType) => ({
    fileType,
    documentType: 'pdf' as const,
    mimeType: 'application/vnd.ms-xpsdocument',
    container: 'zip' as const,
    action: 'view' as const,
    requiredPart: '[Content_Types].xml',
  })),
  {
    fileType: 'epub',
    documentType: 'word',
    mimeType: 'application/epub+zip',
    container: 'zip',
    action: 'view',
    requiredPart: 'META-INF/container.xml',
  },
  // Given away as bytes: a browser must never take a stranger's page for one of ours.
  ...['html', 'htm', 'mht', 'mhtml'].map((fileType) => ({
    fileType,
    documentType: 'word' as const,
    mimeType: 'application/octet-stream',
    container: 'text' as const,
    action: 'view' as const,
  })),
]

/** All file types that Lectern opens. */
export const fileFormats: readonly FileFormat[] = table

const byFileType = new Map(table.map((format) => [format.fileType, format]))

/** Finds what is known of a file type (an extension, in any case, without the dot). */
export function findFormat(fileType: string): FileFormat | undefined {
  return byFileType.get(fileType.toLowerCase())
}

/** Gives the lower-case extension of a file name, or an empty string when it has none. */
export function fileTypeOf(fileName: string): string {
  const dot = fileName.lastIndexOf('.')
  return dot > 0 ? fileName.slice(dot + 1).toLowerCase() : ''
}

/** The file types that can be created empty, one for each kind of editor. */
export const creatableFileTypes = ['docx', 'xlsx', 'pptx'] as const
export type CreatableFileType = (typeof creatableFileTypes)[number]
