import { z } from 'zod'

/** Most pictures that a portal gives at once. */
const maxImages = 10

/**
 * What a portal gives to `insertImage`: pictures that the document server fetches. Where tokens are used, these are the
 * claims of `token`.
 * Source: ONLYOFFICE API, "Methods".
 */
export const portalImagesSchema = z.looseObject({
  images: z
    .array(z.looseObject({ fileType: z.string().max(16).optional(), url: z.url() }))
    .min(1)
    .max(maxImages),
})
export type PortalImages = z.infer<typeof portalImagesSchema>
