import { expect, it } from 'vitest'
import { createCallbackRouter, lokCallback } from './callbacks.js'

function hearingRouter() {
  const router = createCallbackRouter()
  const heard: string[] = []
  const id = router.add((_type, payload) => heard.push(payload))
  return { router, heard, id }
}

it('leaves out a cursor that is older than the one told of before it', () => {
  const { router, heard, id } = hearingRouter()
  router.onLok(lokCallback.cursor, 'second', id, 8)
  router.onLok(lokCallback.cursor, 'first', id, 7)
  router.onLok(lokCallback.cursor, 'third', id, 9)
  expect(heard).toEqual(['second', 'third'])
})

it('compares only what is told of the same', () => {
  const { router, heard, id } = hearingRouter()
  const other = router.add((_type, payload) => heard.push(payload))
  router.onLok(lokCallback.cursor, 'cursor', id, 8)
  router.onLok(lokCallback.cursor, 'cursor of another view', other, 7)
  router.onLok(lokCallback.stateChanged, '.uno:Bold=true', id, 6)
  router.onLok(lokCallback.stateChanged, '.uno:Italic=true', id, 5)
  router.onLok(lokCallback.stateChanged, '.uno:Bold=false', id, 4)
  expect(heard).toEqual(['cursor', 'cursor of another view', '.uno:Bold=true', '.uno:Italic=true'])
})

it('follows each of the other people', () => {
  const { router, heard, id } = hearingRouter()
  const cursorOf = (viewId: number, rectangle: string) =>
    JSON.stringify({ viewId: String(viewId), rectangle }).replaceAll(':', ': ')
  router.onLok(lokCallback.viewCursor, cursorOf(1, 'new'), id, 5)
  router.onLok(lokCallback.viewCursor, cursorOf(2, 'of another'), id, 4)
  router.onLok(lokCallback.viewCursor, cursorOf(1, 'old'), id, 3)
  expect(heard).toEqual([cursorOf(1, 'new'), cursorOf(2, 'of another')])
})

it('tells of everything that changed the picture, in whichever order it comes', () => {
  const { router, heard, id } = hearingRouter()
  router.onLok(lokCallback.invalidateTiles, 'second', id, 8)
  router.onLok(lokCallback.invalidateTiles, 'first', id, 7)
  expect(heard).toEqual(['second', 'first'])
})

it('tells nothing any more to whoever was removed', () => {
  const { router, heard, id } = hearingRouter()
  router.remove(id)
  router.onLok(lokCallback.password, 'too late', id, 2)
  expect(heard).toEqual([])
})

it('keeps the order when the count starts again', () => {
  const { router, heard, id } = hearingRouter()
  router.onLok(lokCallback.cursor, 'after', id, -2_147_483_648)
  router.onLok(lokCallback.cursor, 'before', id, 2_147_483_647)
  expect(heard).toEqual(['after'])
})
