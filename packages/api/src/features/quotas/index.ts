export { createQuotas, createStorageService } from './quotas.service.js'
