import { describe, expect, it } from 'vitest'
import { useAction } from './use-action'

describe('an action', () => {
  it('tells that it runs, and does not start twice', async () => {
    let starts = 0
    let finish: () => void = () => undefined
    const { run, running } = useAction(() => {
      starts++
      return new Promise<void>((resolve) => (finish = resolve))
    })
    const first = run()
    await run()
    expect([starts, running.value]).toEqual([1, true])
    finish()
    await first
    expect(running.value).toBe(false)
  })

  it('keeps why it failed until it is tried again', async () => {
    let fails = true
    const { run, error, clear } = useAction(() =>
      fails ? Promise.reject(new Error('no')) : Promise.resolve(),
    )
    await run()
    expect(error.value).toEqual(new Error('no'))
    fails = false
    await run()
    expect(error.value).toBeUndefined()
    fails = true
    await run()
    clear()
    expect(error.value).toBeUndefined()
  })
})
