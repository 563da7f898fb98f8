import { toVersionSummary, type VersionRow, type VersionSummary } from './version.repository.js'

type SummaryRow = Omit<VersionRow, 'history'>

/** Columns of a version beside those of its document. */
export type VersionColumns = { [Name in keyof SummaryRow as `version_${Name}`]: SummaryRow[Name] | null }

const names = [
  'id',
  'document_id',
  'number',
  'blob_sha256',
  'size',
  'cause',
  'author_id',
  'changes_sha256',
  'created_at',
  'name',
  'is_pinned',
] as const satisfies (keyof SummaryRow)[]

const aliases = names.map((name) => [name, `version_${name}`] as const)

/** What a statement selects that joins `versions`. */
export const versionColumns: readonly string[] = aliases.map(
  ([name, alias]) => `versions.${name} AS ${alias}`,
)

/** Reads the version of a row; undefined for folders, which have none. */
export function readVersionColumns(row: VersionColumns): VersionSummary | undefined {
  if (row.version_id === null) return undefined
  const own: Partial<Record<string, unknown>> = {}
  for (const [name, alias] of aliases) own[name] = row[alias]
  return toVersionSummary(own as unknown as SummaryRow)
}
