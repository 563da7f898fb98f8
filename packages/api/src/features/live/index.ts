export { createChangeFeed } from './change-feed.js'
export { changeRepository } from './change.repository.js'
export type { LiveContext } from './live.context.js'
export { createLiveService, type LiveService } from './live.service.js'
