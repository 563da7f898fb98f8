/** Texts of the gallery of templates. */
export const templates = {
  menu: 'From a template…',
  title: 'New from a template',
  hint: 'Put documents of your own into a folder named “Templates”, and they are offered here for all folders beside it.',
  loadFailed: 'The templates cannot be shown.',
  ownOnes: 'For everybody',
  of: 'Of “{place}”',
}
