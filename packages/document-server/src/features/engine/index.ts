export { checkContainer } from './container-check.js'
export { createEnginePool } from './engine-pool.js'
export * from './engine.types.js'
