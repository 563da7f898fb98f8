export { recordActivity } from './record-activity.js'
