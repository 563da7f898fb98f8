import { useNow } from '@vueuse/core'
import { computed } from 'vue'
import { useI18n } from 'vue-i18n'

const minuteMs = 60_000
const relativeUnits = [
  ['year', 365 * 24 * 60 * minuteMs],
  ['month', 30 * 24 * 60 * minuteMs],
  ['day', 24 * 60 * minuteMs],
  ['hour', 60 * minuteMs],
  ['minute', minuteMs],
] as const
const sizeUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** Says how long ago something was, such as "5 minutes ago". */
export function formatRelativeTime(locale: string, time: Date, now: Date): string {
  const elapsedMs = time.getTime() - now.getTime()
  const format = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const unit = relativeUnits.find(([, unitMs]) => Math.abs(elapsedMs) >= unitMs)
  return unit ? format.format(Math.trunc(elapsedMs / unit[1]), unit[0]) : format.format(0, 'second')
}

/** Says a size with the unit that keeps the number short, such as "12 kB". */
export function formatSize(locale: string, bytes: number): string {
  const step = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), sizeUnits.length - 1)
  const value = bytes / 1000 ** step
  const maximumFractionDigits = value < 10 && step > 0 ? 1 : 0
  const unit = sizeUnits[step]
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unitDisplay: step === 0 ? 'long' : 'short',
    unit,
    maximumFractionDigits,
  }).format(value)
}

/** Gives dates and sizes in the language shown; relative times move on by themselves. */
export function useFormat() {
  const { locale } = useI18n()
  const now = useNow({ interval: 30_000 })
  const dateTime = computed(
    () => new Intl.DateTimeFormat(locale.value, { dateStyle: 'medium', timeStyle: 'short' }),
  )
  return {
    relative: (time: string) => formatRelativeTime(locale.value, new Date(time), now.value),
    absolute: (time: string) => dateTime.value.format(new Date(time)),
    size: (bytes: number) => formatSize(locale.value, bytes),
  }
}
