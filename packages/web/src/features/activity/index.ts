export { default as ActivitySection } from './ActivitySection.vue'
