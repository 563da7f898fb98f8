import { computed } from 'vue'
import { useI18n } from 'vue-i18n'
import { useEditor } from '../editor-context'
import { commandState } from '../session/document-state'
import { fontFamilies, fontSizes, numberFormats, paragraphStyles, type Choice } from './choices'
import type { SelectKind } from './items'
import { useStyles } from './use-styles'

const families = fontFamilies.map((value) => ({ value }))
const sizes = fontSizes.map((value) => ({ value }))

/** What a toolbar's select shows, and what a choice does. */
interface SelectFacts {
  label: string
  choices: readonly Choice[]
  value: string | undefined
  width: number
  more?: { label: string; choices: readonly Choice[] }
  choose: (value: string) => void
}

/** Gives what the select of a kind shows now, from the states that the engine tells. */
export function useToolbarSelect(kind: SelectKind) {
  const { session } = useEditor()
  const { state } = session
  const { t } = useI18n()
  const styles = kind === 'style' ? useStyles(session) : undefined
  const stateOf = (command: string) => commandState(state, command)

  const facts: Record<SelectKind, () => SelectFacts> = {
    style: () => ({
      label: t('toolbar.style'),
      choices: paragraphStyles,
      value: stateOf('StyleApply'),
      width: 124,
      more: { label: t('style.all'), choices: styles?.value ?? [] },
      choose: (Style) => session.command('StyleApply', { Style, FamilyName: 'ParagraphStyles' }),
    }),
    font: () => ({
      label: t('toolbar.font'),
      choices: families,
      value: stateOf('CharFontName')?.split(';')[0],
      width: 132,
      choose: (family) => session.command('CharFontName', { 'CharFontName.FamilyName': family }),
    }),
    size: () => ({
      label: t('toolbar.size'),
      choices: sizes,
      value: stateOf('FontHeight')?.replace(/\s*pt$/, ''),
      width: 60,
      choose: (size) => session.command('FontHeight', { 'FontHeight.Height': Number(size) }),
    }),
    numberFormat: () => ({
      label: t('toolbar.numberFormat'),
      choices: numberFormats,
      value: numberFormats.find(({ value }) => state.commands.get(value) === 'true')?.value,
      width: 108,
      choose: (value) => {
        const number = Number(value)
        if (number > 0) session.command('NumberFormatValue', { NumberFormatValue: number })
        else session.command(value)
      },
    }),
  }
  return computed(facts[kind])
}
