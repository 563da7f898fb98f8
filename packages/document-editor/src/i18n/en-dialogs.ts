/** English texts of what fills cells, and of dialogs. */
export const enDialogs = {
  paste: {
    label: 'Paste special',
    values: 'Paste values',
    formulas: 'Paste formulas',
    formats: 'Paste formats',
    transposed: 'Paste transposed',
  },
  conditional: {
    label: 'Conditional formatting',
    colorScale: 'Colour scale',
    dataBar: 'Data bars',
    clear: 'Clear formatting of the cells',
  },
  picture: {
    square: 'Text around the picture',
    between: 'Text above and below',
    inFront: 'In front of the text',
    behind: 'Behind the text',
  },
  chat: {
    none: 'Say something to the people in this document. It is not kept when all have left.',
    placeholder: 'Write a message…',
    send: 'Send',
    unread: 'Chat, {count} new',
  },
  choices: { open: 'Choose a value', label: 'Allowed values' },
  csv: {
    tool: 'Import CSV…',
    title: 'Import CSV',
    encoding: 'Character set',
    delimiter: 'Delimiter',
    comma: 'Comma',
    semicolon: 'Semicolon',
    tab: 'Tab',
    bar: 'Vertical bar',
    preview: 'Preview',
    where: 'The values come to {cell} and the cells right of and below it.',
    tooLarge: 'The file is too large to be put into a sheet here. Upload it as a document of its own.',
    apply: 'Import',
    cancel: 'Cancel',
  },
}
