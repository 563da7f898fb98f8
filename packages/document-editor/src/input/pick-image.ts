import { imageTypes, maxImageBytes, type ImageType } from '@lectern/shared'
import type { EditorContext } from '../editor-context'
import { pickFile } from '../ui/pick-file'

function isImageType(type: string): type is ImageType {
  return (imageTypes as readonly string[]).includes(type)
}

/** The pictures among files that were dropped or pasted. */
export function imageFiles(data: Pick<DataTransfer, 'files'> | null): File[] {
  return [...(data?.files ?? [])].filter((file) => file.type.startsWith('image/'))
}

/** Puts a picture into the document, where the cursor is. */
export async function insertImage({ session, notices, translate }: EditorContext, file: Blob) {
  if (!isImageType(file.type)) {
    notices.show(translate('image.unreadable'))
    return
  }
  if (file.size > maxImageBytes) {
    notices.show(translate('image.tooLarge'))
    return
  }
  const bytes = new Uint8Array(await file.arrayBuffer())
  session.input({ type: 'insertImage', mimeType: file.type, data: toBase64(bytes) })
}

/** Lets the person choose a picture and inserts it. */
export async function pickImage(editor: EditorContext) {
  const file = await pickFile(imageTypes.join(','))
  if (file) await insertImage(editor, file)
  editor.focus()
}

function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = []
  // In pieces, because a call takes only so many arguments.
  for (let start = 0; start < bytes.length; start += 32_768)
    pieces.push(String.fromCharCode(...bytes.subarray(start, start + 32_768)))
  return btoa(pieces.join(''))
}
