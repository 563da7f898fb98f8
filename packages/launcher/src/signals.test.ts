import { describe, expect, it } from 'vitest'
import { createBackoff } from './backoff.js'
import { bannerLines } from './banner.js'
import { createStopSignals } from './signals.js'

describe('stop signals', () => {
  it('that come twice at once, as from a terminal through npm, make one clean stop', () => {
    const calls: string[] = []
    const onSignal = createStopSignals({
      stop: () => calls.push('stop'),
      kill: () => calls.push('kill'),
      now: () => 0,
    })
    onSignal()
    onSignal()
    expect(calls).toEqual(['stop'])
  })

  it('that a person repeats while it stops end everything at once', () => {
    let now = 0
    const calls: string[] = []
    const onSignal = createStopSignals({
      stop: () => calls.push('stop'),
      kill: () => calls.push('kill'),
      now: () => now,
    })
    onSignal()
    now = 3_000
    onSignal()
    expect(calls).toEqual(['stop', 'kill'])
  })
})

describe('the pauses between starts', () => {
  it('grow while a program keeps crashing, up to half a minute', () => {
    const backoff = createBackoff()
    const pauses = Array.from({ length: 10 }, () => backoff.nextPauseMs(100))
    expect(pauses.slice(0, 3)).toEqual([250, 500, 1000])
    expect(pauses.at(-1)).toBe(30_000)
  })

  it('are short again after it ran for a minute', () => {
    const backoff = createBackoff()
    backoff.nextPauseMs(100)
    backoff.nextPauseMs(100)
    expect(backoff.nextPauseMs(61_000)).toBe(250)
  })
})

describe('the banner', () => {
  it('shows the address and the one-time link', () => {
    const text = bannerLines({
      address: 'http://localhost:3000',
      signInUrl: 'http://localhost:3000/sign-in/abc',
    }).join('\n')
    expect(text).toContain('http://localhost:3000/sign-in/abc')
  })

  it('has no sign-in line once the administrator has a password', () => {
    expect(bannerLines({ address: 'http://localhost:3000' }).join('\n')).not.toContain('Sign in')
  })
})
