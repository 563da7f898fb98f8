export { createConversionService } from './conversion.service.js'
export type { ConversionReport } from './conversion.service.js'
export { conversionRoutes } from './conversion.routes.js'
