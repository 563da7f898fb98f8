export { readFormData } from './form-data.js'
