import { shallowRef, watch } from 'vue'

/** A choice of this person, remembered by the browser as long as it may. */
export function keptFlag(name: string) {
  const flag = shallowRef(read(name) === 'true')
  watch(flag, (value) => {
    try {
      localStorage.setItem(name, String(value))
    } catch {
      // Storage is full or forbidden in a foreign frame: then it is of this page only.
    }
  })
  return flag
}

function read(name: string): string | null {
  try {
    return localStorage.getItem(name)
  } catch {
    return null
  }
}
