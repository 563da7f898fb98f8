import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changeGlue, glueChanges, wasmDirectory } from './glue.js'

describe('the changes to the engine’s glue', () => {
  it('apply to the installed package', () => {
    const changed = changeGlue(readFileSync(join(wasmDirectory(), 'soffice.cjs'), 'utf8'))
    for (const { replace } of glueChanges) expect(changed).toContain(replace)
  })
  it('are refused with a clear message when the package is another one', () => {
    expect(() => changeGlue('var pthreadPoolSize=8;')).toThrow(/not version 2\.7\.2/)
  })
})
