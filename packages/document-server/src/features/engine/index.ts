export { createEnginePool } from './engine-pool.js'
export * from './engine.types.js'
