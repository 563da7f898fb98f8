import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { ApiError } from '@/graphql/api-error'
import { mountPage } from '@/testing/mount-page'
import DocumentTitle from './DocumentTitle.vue'

function show({ mayRename = true, failure }: { mayRename?: boolean; failure?: ApiError } = {}) {
  const names: string[] = []
  const expected: string[] = []
  const rename = (name: string, expectedName: string) => {
    names.push(name)
    expected.push(expectedName)
    return failure ? Promise.reject(failure) : Promise.resolve()
  }
  const props = { title: 'Plan.v2.docx', mayRename, rename }
  return { names, expected, title: mountPage(DocumentTitle, { props }) }
}
type Title = ReturnType<typeof show>['title']

async function type(title: Title, name: string) {
  await title.get('button').trigger('click')
  await title.get('input').setValue(name)
  await title.get('form').trigger('submit')
  await flushPromises()
}

enableAutoUnmount(afterEach)

describe('the title above the editor', () => {
  it('is only read by those who may not rename', () => {
    const { title } = show({ mayRename: false })
    expect(title.find('button').exists()).toBe(false)
    expect(title.text()).toBe('Plan.v2.docx')
  })

  it('offers the name without its extension, and gives the document the one that is typed', async () => {
    const { title, names } = show()
    await title.get('button').trigger('click')
    expect(title.get('input').element.value).toBe('Plan.v2')
    await title.get('input').setValue('  Lesson 3 ')
    await title.get('input').trigger('blur')
    await flushPromises()
    expect(names).toEqual(['Lesson 3'])
    expect(title.find('input').exists()).toBe(false)
  })

  it('leaves the name as it was on Escape, and when nothing else was typed', async () => {
    const { title, names } = show()
    await type(title, ' ')
    await type(title, 'Plan.v2')
    await title.get('button').trigger('click')
    await title.get('input').setValue('Other')
    await title.get('input').trigger('keydown', { key: 'Escape' })
    expect(title.text()).toBe('Plan.v2.docx')
    expect(names).toEqual([])
  })

  it('says why a name cannot be taken, and keeps what was typed', async () => {
    const { title, names } = show({ failure: new ApiError('NAME_TAKEN', 'taken') })
    await type(title, 'a/b')
    expect([title.get('[role=alert]').text(), names]).toEqual([expect.stringContaining('/'), []])
    await title.get('input').setValue('Taken')
    await title.get('form').trigger('submit')
    await flushPromises()
    expect(title.find('[role=alert]').exists()).toBe(true)
    expect(title.get('input').element.value).toBe('Taken')
  })

  it('renames what was seen, and the newer name only after the person was told of it', async () => {
    const { title, expected } = show({ failure: new ApiError('NAME_CHANGED', 'changed') })
    await title.get('button').trigger('click')
    await title.get('input').setValue('Mine')
    await title.setProps({ title: 'Theirs.docx' })
    for (let attempt = 0; attempt < 2; attempt++) {
      await title.get('form').trigger('submit')
      await flushPromises()
    }
    expect(expected).toEqual(['Plan.v2.docx', 'Theirs.docx'])
  })
})
