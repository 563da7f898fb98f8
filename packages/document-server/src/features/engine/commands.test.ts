import { describe, expect, it } from 'vitest'
import { toUnoCommand } from './commands.js'

const refused = expect.objectContaining({ code: 'UNSUPPORTED' }) as Error

describe('a command for the engine', () => {
  it('gets its arguments in the types that LibreOffice wants', () => {
    expect(toUnoCommand('.uno:InsertTable', { Columns: 3, Rows: 2 })).toEqual({
      name: '.uno:InsertTable',
      args: '{"Columns":{"type":"long","value":"3"},"Rows":{"type":"long","value":"2"}}',
    })
    expect(toUnoCommand('Bold')).toEqual({ name: '.uno:Bold', args: '' })
  })
  it('is refused when it is not on the list', () => {
    expect(() => toUnoCommand('.uno:OpenHyperlink')).toThrow(refused)
    expect(() => toUnoCommand('constructor')).toThrow(refused)
  })
  it('is refused when an argument is missing, wrong or unknown', () => {
    expect(() => toUnoCommand('InsertTable', { Columns: 3 })).toThrow(refused)
    expect(() => toUnoCommand('InsertTable', { Columns: 3, Rows: -1 })).toThrow(refused)
    expect(() => toUnoCommand('Bold', { Extra: 1 })).toThrow(refused)
    expect(() =>
      toUnoCommand('SetHyperlink', { 'Hyperlink.Text': 'x', 'Hyperlink.URL': 'file:///etc' }),
    ).toThrow(refused)
  })
})
