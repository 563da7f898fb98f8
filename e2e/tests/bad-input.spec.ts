import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { makePngNamedDocx, makeReportDocx, truncate } from '@lectern/fixtures'
import { expect, test } from '../fixtures.js'

test('bad files are refused one by one with a reason, and good ones beside them arrive', async ({
  library,
  portal,
  stack,
}) => {
  const folder = await portal.createFolder('Bad input')
  await library.open(`${stack.url}/folders/${folder}`)
  const good = await makeReportDocx()
  await library.upload([
    { name: 'program.exe', bytes: Buffer.from('MZ') },
    { name: 'empty.xlsx', bytes: Buffer.alloc(0) },
    { name: 'cut-off.docx', bytes: truncate(good) },
    { name: 'picture.docx', bytes: makePngNamedDocx() },
    { name: 'good.docx', bytes: good },
  ])
  await expect(library.page.getByRole('link', { name: 'good.docx' }).first()).toBeVisible()
  await expect(library.page.getByText('4 files were not uploaded')).toBeVisible()
  for (const name of ['program.exe', 'empty.xlsx', 'cut-off.docx', 'picture.docx']) {
    await expect(library.page.getByText(name).first()).toBeVisible()
    await expect(library.page.getByRole('link', { name })).toHaveCount(0)
  }
})

const hostile = resolve(import.meta.dirname, '../../../shared/samples/hostile')

test('hostile files are refused or stored, and the portal stays well', async ({ portal, stack }) => {
  test.skip(!existsSync(hostile), 'the folder ../shared/samples is not here')
  const folder = await portal.createFolder('Hostile')
  const mustBeRefused = ['empty.xlsx', 'truncated.docx', 'png-renamed.docx', 'zip-bomb.docx']
  for (const name of mustBeRefused)
    await expect(portal.upload(folder, name, readFileSync(join(hostile, name))), name).rejects.toThrow(
      /refused/,
    )
  // Whoever opens them knows the password.
  for (const name of ['password-tika.docx', 'password-tika.xlsx'])
    expect(await portal.upload(folder, name, readFileSync(join(hostile, name)))).toMatchObject({
      title: name,
    })
  expect((await fetch(`${stack.url}/healthz`)).status).toBe(200)
})

test('a document that is not there says so', async ({ library, stack }) => {
  await library.page.goto(`${stack.url}/documents/0197f000-0000-7000-8000-00000000dead`)
  await expect(
    library.page.getByText(/not found|does not exist|cannot be opened|nothing at this address/i).first(),
  ).toBeVisible()
})
