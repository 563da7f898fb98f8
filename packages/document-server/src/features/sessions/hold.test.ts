import { expect, it } from 'vitest'
import { askInTurn, holdInputs } from './hold.js'
import type { Hold } from './hold.js'

it('answers a question between the inputs before and behind it, also when they have to wait', async () => {
  const state: { held: Hold | undefined } = { held: undefined }
  const happened: string[] = []
  let finish = () => {}
  const kept = holdInputs(state, () => new Promise<void>((resolve) => (finish = resolve)))
  state.held?.waiting.push(() => happened.push('click'))
  const answer = askInTurn(state, async () => happened.push('copy'))
  state.held?.waiting.push(() => happened.push('key'))
  expect(happened).toEqual([])
  finish()
  await Promise.all([kept, answer])
  expect(happened).toEqual(['click', 'copy', 'key'])
})

it('asks at once while nothing waits, and tells why it failed', async () => {
  const failing = askInTurn({ held: undefined }, () => Promise.reject(new Error('no selection')))
  await expect(failing).rejects.toThrow('no selection')
})
