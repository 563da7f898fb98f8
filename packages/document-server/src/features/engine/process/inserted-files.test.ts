import { describe, expect, it } from 'vitest'
import type { EngineModule } from './engine-module.js'
import { createInsertedFiles } from './inserted-files.js'

function createPlace() {
  const written = new Map<string, Uint8Array>()
  const FS = { writeFile: (path: string, bytes: Uint8Array) => written.set(path, bytes) }
  const place = createInsertedFiles(
    { module: { FS } as unknown as EngineModule },
    (id) => `/docs/${String(id)}`,
  )
  return { place, written }
}

describe('a file that a command inserts', () => {
  const command = { type: 'command', name: '.uno:InsertDoc', args: '' } as const

  it('lies beside its document, under a name of its own, and the command knows where', () => {
    const { place, written } = createPlace()
    const files = [Uint8Array.of(1), Uint8Array.of(2)]
    const placed = files.map((file) => place(7, { ...command, file }))
    expect([...written]).toEqual([
      ['/docs/7/inserted-1.odt', files[0]],
      ['/docs/7/inserted-2.odt', files[1]],
    ])
    expect(placed[1]).toEqual({
      ...command,
      args: JSON.stringify({
        Name: { type: 'string', value: 'file:///docs/7/inserted-2.odt' },
        Filter: { type: 'string', value: 'writer8' },
      }),
    })
  })

  it('is not written for other input', () => {
    const { place, written } = createPlace()
    expect(place(7, command)).toBe(command)
    expect(written.size).toBe(0)
  })
})
