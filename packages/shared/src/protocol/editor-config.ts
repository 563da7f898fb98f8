import { z } from 'zod'
import { documentTypes } from '../formats/formats.js'

/** A document key: 1 to 128 characters of `0-9 a-z A-Z - . _ =`; names one editing state. */
export const documentKeySchema = z.string().regex(/^[0-9a-zA-Z\-._=]{1,128}$/)

/** Names of groups, see `isOfGroups`; an empty text instead of a list stands for everybody. */
const groupsSchema = z.array(z.string()).optional().catch(undefined)

const permissionsSchema = z.object({
  edit: z.boolean().optional(),
  review: z.boolean().optional(),
  comment: z.boolean().optional(),
  fillForms: z.boolean().optional(),
  copy: z.boolean().optional(),
  print: z.boolean().optional(),
  download: z.boolean().optional(),
  chat: z.boolean().optional(),
  modifyFilter: z.boolean().optional(),
  modifyContentControl: z.boolean().optional(),
  reviewGroups: groupsSchema,
  commentGroups: z
    .object({ view: groupsSchema, edit: groupsSchema, remove: groupsSchema })
    .optional()
    .catch(undefined),
  userInfoGroups: groupsSchema,
})

const customizationSchema = z.looseObject({
  forcesave: z.boolean().optional(),
  autosave: z.boolean().optional(),
  uiTheme: z.string().optional(),
  close: z.looseObject({ visible: z.boolean().optional(), text: z.string().optional() }).optional(),
  goback: z.looseObject({ url: z.string().optional(), text: z.string().optional() }).optional(),
})

/**
 * Config of `new DocsAPI.DocEditor(placeholderId, config)`, the part that both sides of Lectern use.
 * Unknown fields pass, because a portal may send more than a document server knows.
 * Source: ONLYOFFICE API, "Config".
 */
export const editorConfigSchema = z.looseObject({
  documentType: z.enum(documentTypes),
  type: z.enum(['desktop', 'mobile', 'embedded']).optional(),
  document: z.looseObject({
    fileType: z.string().min(1).max(16),
    key: documentKeySchema,
    title: z.string().min(1).max(255),
    url: z.url(),
    permissions: permissionsSchema.optional(),
  }),
  editorConfig: z.looseObject({
    callbackUrl: z.url().optional(),
    mode: z.enum(['edit', 'view']).optional(),
    lang: z.string().optional(),
    region: z.string().optional(),
    user: z
      .looseObject({
        id: z.string().max(128).optional(),
        name: z.string().max(256).optional(),
        /** Names of groups, separated by commas. */
        group: z.string().max(1024).optional(),
      })
      .optional(),
    coEditing: z
      .looseObject({ mode: z.enum(['fast', 'strict']).optional(), change: z.boolean().optional() })
      .optional(),
    customization: customizationSchema.optional(),
  }),
})
export type EditorConfig = z.infer<typeof editorConfigSchema>
/** What a participant may do: everything, tracked changes, comments, forms, or nothing but look. */
export const editorRoles = ['editor', 'reviewer', 'commenter', 'formFiller', 'viewer'] as const
export type EditorRole = (typeof editorRoles)[number]
export type EditorPermissions = z.infer<typeof permissionsSchema>
