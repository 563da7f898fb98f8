export { editorSocketRoutes } from './editor-socket.routes.js'
export { createSessionRegistry } from './session-registry.js'
export type { SessionRegistry } from './session-registry.js'
export type { SessionDependencies } from './session-state.js'
