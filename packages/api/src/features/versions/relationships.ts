import path from 'node:path'
import { walkXml } from '../../lib/xml-walk.js'

/** Reads a relationships part: the parts that a part points at, by id, with their full names. */
export function readRelationships(texts: ReadonlyMap<string, string>, part: string): Map<string, string> {
  const { dir, base } = path.posix.parse(part)
  const targets = new Map<string, string>()
  walkXml(texts.get(`${dir}/_rels/${base}.rels`) ?? '', {
    open(name, attribute) {
      const [id, target] = [attribute('Id'), attribute('Target')]
      if (name !== 'Relationship' || !id || !target) return
      targets.set(id, target.startsWith('/') ? target.slice(1) : path.posix.join(dir, target))
    },
  })
  return targets
}
