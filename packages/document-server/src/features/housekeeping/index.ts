export { createHousekeeping } from './housekeeping.js'
