import { describe, expect, it } from 'vitest'
import { safeRedirect } from './redirect'

describe('the page after signing in', () => {
  it('is the one that was asked for', () => {
    expect(safeRedirect('/documents/1?mode=view')).toBe('/documents/1?mode=view')
  })

  it.each([
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    undefined,
    ['/a'],
  ])('is the library when a link asks for %j', (target) => {
    expect(safeRedirect(target)).toBe('/')
  })
})
