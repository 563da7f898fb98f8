/** Texts about what people are told. */
export const notifications = {
  title: 'Notifications',
  unread: '1 unread notification | {count} unread notifications',
  isUnread: 'Unread',
  readAll: 'Mark all as read',
  nothing: 'Nothing to tell',
  nothingHint:
    'You hear here when somebody shares something with you or mentions you, and when a save fails.',
  loadFailed: 'The notifications cannot be shown.',
  shared: '{name} shared “{title}” with you: {role}',
  somebody: 'Somebody',
  gone: 'no longer open to you',
  mentionFailed: 'Nobody was told.',
  notMentioned: 'These people were not told: they may not read the document ({name}).',
  kinds: {
    MENTION: '{name} mentioned you in “{title}”',
    SAVE_FAILED: '“{title}” was not saved',
    CONFLICT: '“{title}” was changed in two ways at once',
  },
}

/** Texts about lists that go across folders. */
export const collections = {
  mark: 'Add to favourites',
  unmark: 'Remove from favourites',
  marked: 'One of your favourites',
  markFailed: 'The favourites were not changed.',
  loadFailed: 'The list cannot be shown.',
  favourites: {
    title: 'Favourites',
    empty: 'No favourites yet',
    hint: 'Mark documents and folders in their menu, and find them here.',
  },
  recent: {
    title: 'Recent',
    empty: 'Nothing opened yet',
    hint: 'Documents that you open in the editor are listed here, the last first.',
  },
  shared: {
    title: 'Shared with me',
    empty: 'Nothing shared with you yet',
    hint: 'What others give you access to appears here.',
  },
}

/** Texts about other formats of a document. */
export const convert = {
  action: 'Other format…',
  title: '“{name}” in another format',
  loadFailed: 'The formats cannot be shown.',
  format: 'Format',
  download: 'Download',
  keep: 'Save a copy here',
  keepHint: 'The copy comes into the folder “{folder}”.',
  running: 'The document server is converting it. This takes some seconds.',
  failed: '“{name}” was not converted.',
  kept: '“{name}” is in “{folder}” now',
  formats: {
    pdf: 'to read and to print, looks the same everywhere',
    docx: 'Microsoft Word and most others',
    odt: 'OpenDocument text, LibreOffice',
    rtf: 'older word processors',
    txt: 'the words alone',
    xlsx: 'Microsoft Excel and most others',
    ods: 'OpenDocument spreadsheet, LibreOffice',
    csv: 'the values of the first sheet alone',
    pptx: 'Microsoft PowerPoint and most others',
    odp: 'OpenDocument presentation, LibreOffice',
  },
}

/** Texts of the panel about one document or folder. */
export const details = {
  title: 'Details',
  loadFailed: 'The details cannot be shown.',
  type: 'Type',
  contains: 'Contains',
  place: 'Place',
  created: 'Created',
  yours: 'You',
  access: 'Who has access',
  manage: 'Manage access',
  kinds: {
    folder: 'Folder',
    WORD: 'Text document',
    CELL: 'Spreadsheet',
    SLIDE: 'Presentation',
    PDF: 'PDF file',
    DIAGRAM: 'Diagram',
  },
}
