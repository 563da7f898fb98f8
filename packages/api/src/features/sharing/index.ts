export { startExpiryJob } from './expiry.job.js'
export { createGrantsService } from './grants.service.js'
export { createJoinService } from './join.service.js'
export { createSharingService } from './sharing.service.js'
