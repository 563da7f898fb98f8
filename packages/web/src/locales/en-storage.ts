/** Texts about how much room documents take. */
export const storage = {
  title: 'Storage',
  hint: 'All versions of your documents count, and what is in the bin. What you write in the editor is always saved.',
  siteHint:
    'How much room people and spaces take, and may take. All versions count, and what is in the bin. Saves from the editor are always taken.',
  failed: 'The storage cannot be shown.',
  used: '{used} used',
  usedOf: '{used} of {quota}',
  spaces: 'Spaces',
  people: 'People',
  setTitle: 'Room for {name}',
  gigabytes: 'Limit in GB',
  emptyMeansUsual: 'Empty: as usual on this site',
  notANumber: 'Enter a number, such as 2.5.',
  setFailed: 'The limit was not changed.',
}
