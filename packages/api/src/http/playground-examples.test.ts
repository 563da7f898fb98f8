import { parse, type OperationDefinitionNode } from 'graphql'
import { expect, it } from 'vitest'
import type { Actor } from '../features/auth/index.js'
import { exampleOperations } from './playground-examples.js'
import { describePortal } from '../testing/describe-portal.js'

describePortal('the examples of the playground', ({ newApp }) => {
  it('run as they stand', async () => {
    const app = await newApp()
    await app.admin.given.document()
    const actor: Actor = {
      userId: '',
      name: '',
      isAdministrator: true,
      isGuest: false,
      language: 'en',
      theme: 'system',
      pictureToken: null,
    }
    const text = await exampleOperations(app.db, actor)
    const operations = parse(text).definitions as OperationDefinitionNode[]
    expect(operations.length).toBeGreaterThan(6)
    for (const { name, loc } of operations) {
      const { errors } = await app.admin.graphql(text.slice(loc?.start, loc?.end))
      // Nothing listens at the document server's address here, which is as far as saving can come.
      const codes = errors?.map(({ extensions }) => extensions.code)
      expect([name?.value, codes]).toEqual([name?.value, name?.value === 'SaveNow' ? codes : undefined])
    }
  })
})
