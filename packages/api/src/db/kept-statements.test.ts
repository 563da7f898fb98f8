import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Knex } from 'knex'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createDatabase } from './database.js'

describe('statements that stay prepared', () => {
  let dataDir: string
  let db: Knex
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), 'lectern-statements-'))
    db = createDatabase({ databaseUrl: undefined, dataDir })
    await db.schema.createTable('notes', (table) => table.string('text'))
    await db('notes').insert({ text: 'first' })
  })
  afterEach(async () => {
    await db.destroy()
    await rm(dataDir, { recursive: true })
  })
  const read = (word: string): Promise<unknown> =>
    db.raw('SELECT * FROM notes WHERE text >= ? ORDER BY text', [word])

  it('answer with what the tables hold now, also with columns that came later', async () => {
    expect(await read('a')).toEqual([{ text: 'first' }])
    await db('notes').insert({ text: 'second' })
    expect(await read('s')).toEqual([{ text: 'second' }])
    await db.schema.alterTable('notes', (table) => table.integer('stars').defaultTo(5))
    expect(await read('s')).toEqual([{ text: 'second', stars: 5 }])
    await db.schema.dropTable('notes')
    await expect(read('s')).rejects.toThrow('no such table')
  })

  it('tell what is wrong each time, and work once it is right', async () => {
    const select = () => db.raw('SELECT * FROM later')
    await expect(select()).rejects.toThrow('no such table')
    await expect(select()).rejects.toThrow('no such table')
    await db.schema.createTable('later', (table) => table.string('text'))
    expect(await select()).toEqual([])
    expect(await db('notes').select('text').first()).toEqual({ text: 'first' })
  })

  it('are let go when there are many', async () => {
    for (let number = 0; number < 500; number++)
      expect(await db.raw(`SELECT ${number} AS number`)).toEqual([{ number }])
    expect(await read('a')).toEqual([{ text: 'first' }])
  })

  it('run side by side in one transaction', async () => {
    const found = await db.transaction((trx) =>
      Promise.all(['a', 'b', 'z'].map((word) => trx('notes').where('text', '>=', word))),
    )
    expect(found).toEqual([[{ text: 'first' }], [{ text: 'first' }], []])
  })
})
