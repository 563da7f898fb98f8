import { strFromU8, strToU8, unzipSync } from 'fflate'
import { rewriteZip } from './zip-rewrite.js'

/** Writes into what the engine saved what it does not keep. */
export type Completion = (saved: Uint8Array) => Uint8Array

/** Where the macros of a file lie, and the document to which they belong. */
const places: Record<string, { folder: string; main: string }> = {
  docm: { folder: 'word', main: 'document.xml' },
  xlsm: { folder: 'xl', main: 'workbook.xml' },
  pptm: { folder: 'ppt', main: 'presentation.xml' },
}

const typesName = '[Content_Types].xml'
const projectType = 'application/vnd.ms-office.vbaProject'
const dataType = 'application/vnd.ms-word.vbaData+xml'
const projectRelation = 'http://schemas.microsoft.com/office/2006/relationships/vbaProject'
/** A project, its signatures, what Word keeps beside it, and how they belong together. */
const macroParts = /^(word|xl|ppt)\/(_rels\/)?vba(Project|ProjectSignature\w*|Data)\.(bin|xml)(\.rels)?$/
const maxMacroBytes = 64 * 1024 * 1024

/**
 * Takes the macros out of a file, to put them into each save of it, byte by byte as they are: the engine drops them or
 * writes them anew. They are never run. Gives undefined for a file without macros.
 */
export function keepMacros(original: Uint8Array, fileType: string): Completion | undefined {
  const place = places[fileType]
  // An encrypted file is no ZIP; it is only looked at.
  if (!place || original[0] !== 0x50) return undefined
  const macros = unzipSync(original, {
    filter: ({ name, originalSize }) => macroParts.test(name) && originalSize <= maxMacroBytes,
  })
  if (!macros[`${place.folder}/vbaProject.bin`]) return undefined
  return (saved) => putIn(saved, macros, place)
}

function putIn(
  saved: Uint8Array,
  macros: Record<string, Uint8Array>,
  { folder, main }: { folder: string; main: string },
): Uint8Array {
  const relationsName = `${folder}/_rels/${main}.rels`
  const known = unzipSync(saved, {
    filter: ({ name }) => name === typesName || name === relationsName || macroParts.test(name),
  })
  const { [typesName]: types, [relationsName]: relations, ...written } = known
  if (!types || !relations) throw new Error('The engine wrote a file without the list of its parts.')
  const changes = new Map<string, Uint8Array | null>(Object.keys(written).map((name) => [name, null]))
  for (const [name, bytes] of Object.entries(macros)) changes.set(name, bytes)
  changes.set(typesName, strToU8(declare(strFromU8(types), Object.keys(macros))))
  changes.set(relationsName, strToU8(relate(strFromU8(relations))))
  return rewriteZip(saved, changes)
}

function declare(types: string, names: string[]): string {
  const others = types.replace(/<Override\b[^>]*PartName="\/\w+\/vba[^"]*"[^>]*\/>/g, '')
  const added = names.flatMap((name) => {
    if (name.endsWith('.rels')) return []
    const type = name.endsWith('vbaProject.bin')
      ? projectType
      : name.endsWith('.xml')
        ? dataType
        : signatureType(name)
    return [`<Override PartName="/${name}" ContentType="${type}"/>`]
  })
  return others.replace('</Types>', `${added.join('')}</Types>`)
}

function signatureType(name: string): string {
  const [, sort = ''] = /vbaProjectSignature(\w*)\.bin$/.exec(name) ?? []
  return `${projectType}Signature${sort}`
}

function relate(relations: string): string {
  const others = relations.replace(
    new RegExp(`<Relationship\\b[^>]*Type="${projectRelation}"[^>]*/>`, 'g'),
    '',
  )
  const added = `<Relationship Id="rIdMacros" Type="${projectRelation}" Target="vbaProject.bin"/>`
  return others.replace('</Relationships>', `${added}</Relationships>`)
}
