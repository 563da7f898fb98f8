/** Turns the editor's `2026-11-21 22:23:11`, in UTC, into the time of this place; what is no time stays as it is. */
export function localTimeOf(created: string, locale: string): string {
  const time = new Date(`${created.replace(' ', 'T')}Z`)
  if (Number.isNaN(time.getTime())) return created
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(time)
}
