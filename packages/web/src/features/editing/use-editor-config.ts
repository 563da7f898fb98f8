import { shallowReadonly, shallowRef, toValue, watch, type MaybeRefOrGetter } from 'vue'
import { useApi } from '@/graphql/api'
import { EditorConfigDocument, type EditorDevice, type EditorMode } from '@/graphql/generated/graphql'
import type { SignedEditorConfig } from './use-document-editor'

const mobileWidth = '(max-width: 640px)'

/** Tells whether the person may change the document at all, in whatever mode it is open. */
export function mayEdit(signed: SignedEditorConfig): boolean {
  return hasPermission(signed, 'edit')
}

/** Tells whether the person may comment on the document. */
export function mayComment(signed: SignedEditorConfig): boolean {
  return mayEdit(signed) || hasPermission(signed, 'comment')
}

/** Tells whether the person may take the contents along. */
export function mayDownload(signed: SignedEditorConfig): boolean {
  return hasPermission(signed, 'download')
}

function hasPermission({ config }: SignedEditorConfig, name: 'edit' | 'comment' | 'download'): boolean {
  // The portal signed this config itself; the shared schema would bring its whole library to the page for one field.
  const { document } = config as { document?: { permissions?: Record<string, unknown> } }
  return document?.permissions?.[name] === true
}

/** Gets the signed config of a document's editor, anew when document, mode or version change. */
export function useEditorConfig(
  documentId: MaybeRefOrGetter<string>,
  mode: MaybeRefOrGetter<EditorMode>,
  versionId: MaybeRefOrGetter<string | undefined>,
) {
  const api = useApi()
  const signed = shallowRef<SignedEditorConfig>()
  const error = shallowRef<unknown>()
  let question = 0

  async function load(): Promise<SignedEditorConfig> {
    const device: EditorDevice = matchMedia(mobileWidth).matches ? 'MOBILE' : 'DESKTOP'
    const what = { documentId: toValue(documentId), versionId: toValue(versionId) ?? null }
    const variables = { ...what, mode: toValue(mode), device }
    return (await api.query(EditorConfigDocument, variables)).editorConfig
  }

  async function reload(): Promise<void> {
    const current = ++question
    error.value = undefined
    try {
      const loaded = await load()
      if (current === question) signed.value = loaded
    } catch (cause) {
      if (current === question) error.value = cause
    }
  }

  watch(
    [() => toValue(documentId), () => toValue(mode), () => toValue(versionId)],
    () => {
      signed.value = undefined
      void reload()
    },
    { immediate: true },
  )

  return { signed: shallowReadonly(signed), error: shallowReadonly(error), load, reload }
}
