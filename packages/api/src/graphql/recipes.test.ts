import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { describePortal } from '../testing/describe-portal.js'

interface Recipe {
  title: string
  query: string
  variables: string
}

/** The headings of docs/graphql.md, each with its operation and its variables. */
async function readRecipes(): Promise<Recipe[]> {
  const text = await readFile(new URL('../../../../docs/graphql.md', import.meta.url), 'utf8')
  const blockOf = (section: string, language: string) =>
    new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(section)?.[1] ?? ''
  const sections = text.split(/^## /m).slice(1)
  return sections.map((section) => ({
    title: section.split('\n')[0] ?? '',
    query: blockOf(section, 'graphql'),
    variables: blockOf(section, 'json') || '{}',
  }))
}

/** Puts the values of earlier answers where the recipe names them. */
function fillIn(variables: string, answers: Record<string, unknown>): object {
  const filled = variables.replace(/\{\{([\w.]+)\}\}/g, (_, path: string) => {
    const value = path
      .split('.')
      .reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], answers)
    if (typeof value !== 'string') throw new Error(`No earlier recipe answered ${path}`)
    return value
  })
  return JSON.parse(filled) as object
}

describePortal('the recipes of docs/graphql.md', ({ newApp }) => {
  it('work word for word, one after the other', async () => {
    const app = await newApp()
    const recipes = await readRecipes()
    expect(recipes).toHaveLength(12)
    const answers: Record<string, unknown> = {}
    for (const { title, query, variables } of recipes) {
      const { data, errors } = await app.admin.graphql(query, fillIn(variables, answers))
      expect([title, errors]).toEqual([title, undefined])
      Object.assign(answers, data)
    }
    expect(answers.effectiveAccess).toMatchObject({
      role: 'FORM_FILLER',
      grant: { group: { name: 'Class 7b' } },
    })
    expect(answers.createShareLink).toMatchObject({ link: { hasPassword: true, mayDownload: false } })
  })
})
