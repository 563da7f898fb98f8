import { Field, Int, ObjectType, registerEnumType } from 'type-graphql'
import { VersionModel } from '../library/index.js'
import type { Version } from '../library/index.js'
import {
  partStates,
  rowKinds,
  type DifferenceRow,
  type PartDifference,
  type PartState,
  type RowKind,
  type TextPiece,
} from './difference.js'
import { partKinds, type PartKind } from './document-part.js'

const upperKeys = <T extends string>(values: readonly T[]) =>
  Object.fromEntries(values.map((value) => [value.toUpperCase(), value])) as Record<string, T>

const PartKindModel = upperKeys<PartKind>(partKinds)
registerEnumType(PartKindModel, {
  name: 'DocumentPartKind',
  description: 'What of a document is compared by itself.',
  valuesConfig: {
    BODY: { description: 'The text itself.' },
    HEADERS: { description: 'Headers and footers.' },
    NOTES: { description: 'Footnotes and endnotes.' },
    COMMENTS: { description: 'Comments.' },
    SHEET: { description: 'A sheet of a spreadsheet.' },
    SLIDE: { description: 'A slide.' },
  },
})
const PartStateModel = upperKeys<PartState>(partStates)
registerEnumType(PartStateModel, {
  name: 'DocumentPartState',
  description: 'Whether both versions have a part, or only the second or the first.',
  valuesConfig: {
    ADDED: { description: 'Only the second version has it.' },
    REMOVED: { description: 'Only the first version has it.' },
    CHANGED: { description: 'Both have it, and it differs.' },
  },
})
const RowKindModel = upperKeys<RowKind>(rowKinds)
registerEnumType(RowKindModel, {
  name: 'DifferenceRowKind',
  description: 'How a line differs; a gap stands for lines that are the same and left out.',
  valuesConfig: {
    SAME: { description: 'In both versions alike.' },
    CHANGED: { description: 'In both, but different.' },
    ADDED: { description: 'Only in the second.' },
    REMOVED: { description: 'Only in the first.' },
    GAP: { description: 'Lines that are the same and left out.' },
  },
})

@ObjectType('TextPiece', { description: 'A piece of a line.' })
class TextPieceModel implements TextPiece {
  @Field(() => String, { description: 'Its text.' })
  text!: string

  @Field(() => Boolean, { description: 'Whether only this side has it.' })
  isChanged!: boolean
}

@ObjectType('DifferenceRow', { description: 'A line of the one version beside that of the other.' })
class DifferenceRowModel implements DifferenceRow {
  @Field(() => RowKindModel, { description: 'How the line differs.' })
  kind!: RowKind

  @Field(() => String, { nullable: true, description: 'Address of a cell, such as `B4`.' })
  place!: string | null

  @Field(() => [TextPieceModel], { description: 'The line in the first version.' })
  before!: TextPieceModel[]

  @Field(() => [TextPieceModel], { description: 'The line in the second version.' })
  after!: TextPieceModel[]

  @Field(() => Int, { description: 'How many lines a gap stands for.' })
  hiddenCount!: number
}

@ObjectType('PartDifference', { description: 'How a part of a document differs.' })
class PartDifferenceModel implements PartDifference {
  @Field(() => PartKindModel, {
    description: 'Text, headers and footers, notes, comments, a sheet, a slide.',
  })
  kind!: PartKind

  @Field(() => String, { nullable: true, description: 'Name of a sheet, number of a slide.' })
  title!: string | null

  @Field(() => PartStateModel, { description: 'Whether both versions have it.' })
  state!: PartState

  @Field(() => [DifferenceRowModel], { description: 'What changed, with some lines around it.' })
  rows!: DifferenceRowModel[]
}

@ObjectType('VersionDifference', { description: 'What two versions of a document do not share.' })
export class DifferenceModel {
  @Field(() => VersionModel, { description: 'The first version.' })
  from!: Version

  @Field(() => VersionModel, { description: 'The second version.' })
  to!: Version

  @Field(() => Boolean, { description: 'Whether both are the same file, byte for byte.' })
  isIdentical!: boolean

  @Field(() => [PartDifferenceModel], { description: 'Parts that differ; empty when the text is the same.' })
  parts!: PartDifferenceModel[]

  @Field(() => Boolean, { description: 'Whether there is more than is told.' })
  isTruncated!: boolean
}
