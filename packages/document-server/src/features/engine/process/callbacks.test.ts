import { expect, it } from 'vitest'
import { createCallbackRouter } from './callbacks.js'

it('hands out what happened in views in its order, whichever thread told of it first', () => {
  const router = createCallbackRouter()
  const heard: string[] = []
  let wakes = 0
  const id = router.add(
    (_type, payload) => heard.push(payload),
    () => (wakes += 1),
  )
  router.onLok(1, 'second', id, 8)
  router.onLok(1, 'first', id, 7)
  expect(heard).toEqual([])
  router.deliver()
  router.deliver()
  expect(heard).toEqual(['first', 'second'])
  expect(wakes).toBe(2)
})

it('asks at once when nobody can wait for the answer', () => {
  const router = createCallbackRouter()
  const heard: string[] = []
  const id = router.add((_type, payload) => heard.push(payload))
  router.onLok(20, 'password', id, 1)
  router.remove(id)
  router.onLok(20, 'too late', id, 2)
  expect(heard).toEqual(['password'])
})

it('keeps the order when the count starts again', () => {
  const router = createCallbackRouter()
  const heard: string[] = []
  const id = router.add(
    (_type, payload) => heard.push(payload),
    () => undefined,
  )
  router.onLok(1, 'after', id, -2_147_483_648)
  router.onLok(1, 'before', id, 2_147_483_647)
  router.deliver()
  expect(heard).toEqual(['before', 'after'])
})
