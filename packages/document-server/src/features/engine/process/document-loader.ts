import { EngineError } from '../engine.types.js'
import { lokCallback } from './callbacks.js'
import type { CallbackRouter } from './callbacks.js'
import type { Lok } from './lok.js'

interface LoadRequest {
  path: string
  options: string
  password?: string
}

interface Loaded {
  /** 0 when the engine refuses the file. */
  pointer: number
  /** The file is encrypted, and the password was right. */
  isProtected: boolean
}

/** Loads files, and answers when the engine asks for the password of one. */
export function createDocumentLoader(lok: Lok, router: CallbackRouter) {
  let asked = 0
  let password: string | undefined

  const callback = router.add((type, url) => {
    if (type === lokCallback.passwordToModify) lok.answerPassword(url)
    if (type !== lokCallback.password) return
    asked += 1
    // Asked a second time, it was wrong: without an answer the engine would ask for ever.
    lok.answerPassword(url, asked === 1 ? password : undefined)
  })
  lok.onOfficeCallback(callback)

  /** Throws an EngineError with the code PASSWORD when the password is missing or wrong. */
  return function load(request: LoadRequest): Loaded {
    asked = 0
    password = request.password
    try {
      const pointer = lok.load(request.path, request.options)
      if (pointer === 0 && asked > 0) throw passwordError(request.password !== undefined)
      return { pointer, isProtected: asked > 0 }
    } finally {
      password = undefined
    }
  }
}

function passwordError(wasGiven: boolean): EngineError {
  return new EngineError(
    'PASSWORD',
    wasGiven ? 'The password of the file is wrong.' : 'The file is protected with a password.',
  )
}
