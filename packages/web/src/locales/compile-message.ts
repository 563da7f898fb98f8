import { toDisplayString } from 'vue'
import type { MessageContext, MessageFunction } from 'vue-i18n'

type Part = string | { name: string }
type Context = Pick<MessageContext, 'named' | 'plural'>

const compiled = new Map<unknown, MessageFunction>()

/**
 * Makes a text with `{name}` in it, and with ` | ` between its numbers, ready to be shown. The portal's texts need no
 * more; vue-i18n's own compiler, which knows much more, is several times larger.
 */
export function compileMessage(source: unknown): MessageFunction {
  const known = compiled.get(source)
  if (known) return known
  const forms = typeof source === 'string' ? source.split(' | ').map(cutAtNames) : []
  const [only = [], ...others] = forms
  const message = (context: Context) =>
    others.length === 0 ? say(only, context) : context.plural(forms.map((form) => say(form, context)))
  compiled.set(source, message)
  return message
}

function say(parts: readonly Part[], { named }: Context): string {
  return parts.map((part) => (typeof part === 'string' ? part : toDisplayString(named(part.name)))).join('')
}

function cutAtNames(text: string): Part[] {
  return text
    .split(/(\{\w+\})/)
    .filter((part) => part !== '')
    .map((part) => (/^\{\w+\}$/.test(part) ? { name: part.slice(1, -1) } : part))
}
