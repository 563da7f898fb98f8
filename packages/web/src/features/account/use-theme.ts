import { useColorMode, useStorage } from '@vueuse/core'
import { computed, watch } from 'vue'
import { useViewerStore } from '@/features/auth'
import type { Theme } from '@/graphql/generated/graphql'
import { useProfile } from './use-profile'

const modes = { LIGHT: 'light', DARK: 'dark', SYSTEM: 'auto' } as const

/** The look of portal and editor on this device, which is remembered in the profile for other devices. */
export function useTheme() {
  const { store } = useColorMode()
  const profile = useProfile()
  return {
    current: computed(() => (Object.keys(modes) as Theme[]).find((theme) => modes[theme] === store.value)),
    show: (theme: Theme) => (store.value = modes[theme]),
    async choose(theme: Theme): Promise<void> {
      store.value = modes[theme]
      // Remembering it in the profile is a courtesy: the page looks so anyway.
      await profile.update({ theme }).catch(() => undefined)
    },
  }
}

/** Takes over the look of the profile when somebody signs in, or chose another one elsewhere. */
export function useViewerTheme(): void {
  const viewer = useViewerStore()
  const theme = useTheme()
  const taken = useStorage('lectern-theme-taken', '')

  watch(
    () => viewer.current && ([viewer.current.id, viewer.current.theme] as const),
    (chosen) => {
      const now = chosen?.join(' ')
      if (!chosen || !now || now === taken.value) return
      // What profiles start with gives way to what was chosen on this device before.
      const isChoice = taken.value !== '' || chosen[1] !== 'SYSTEM'
      taken.value = now
      if (isChoice) theme.show(chosen[1])
    },
    { immediate: true },
  )
}
