import type { Knex } from 'knex'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPlace, describeServers, type Place } from '../testing/place.js'
import { createDatabase } from './database.js'
import { readRows } from './rows.js'

describeServers('rows that are read often', (server) => {
  let place: Place
  let remove: () => Promise<void>
  let db: Knex
  beforeEach(async () => {
    const created = await createPlace(server)
    place = created.place
    remove = created.remove
    db = createDatabase(place)
    await db.schema.createTable('notes', (table) => {
      table.integer('number')
      table.text('text')
    })
    await db('notes').insert([
      { number: 3, text: 'three "3" \\ 三\n\u0001' },
      { number: 1, text: null },
      { number: 2, text: '[1, null]' },
    ])
  })
  afterEach(async () => {
    await db.destroy()
    await remove()
  })

  const read = (connection: Knex, least = 0) =>
    readRows(connection, 'SELECT text, number FROM notes WHERE number >= ? ORDER BY number', [least])

  it('are the same each time, in their order, with whatever texts hold', async () => {
    const rows = [
      { number: 1, text: null },
      { number: 2, text: '[1, null]' },
      { number: 3, text: 'three "3" \\ 三\n\u0001' },
    ]
    for (let time = 0; time < 3; time++) expect(await read(db)).toEqual(rows)
    expect(await read(db, 3)).toEqual(rows.slice(2))
    expect(await read(db, 9)).toEqual([])
  })

  it('show at once what was committed, and what a transaction did to nobody but itself', async () => {
    await read(db)
    await db('notes').where({ number: 1 }).delete()
    expect(await read(db)).toHaveLength(2)
    await db.transaction(async (trx) => {
      await trx('notes').delete()
      expect(await read(trx)).toEqual([])
      expect(await read(db)).toHaveLength(2)
    })
    expect(await read(db)).toEqual([])
  })

  it('are counted as statements, and tell what is wrong with one', async () => {
    const seen: string[] = []
    db.on('query', ({ sql }: { sql: string }) => seen.push(sql))
    for (let time = 0; time < 3; time++) await read(db)
    expect(seen).toHaveLength(3)
    await expect(readRows(db, 'SELECT * FROM later', [])).rejects.toThrow('later')
  })
})
