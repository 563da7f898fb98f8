export { default as StorageBar } from './StorageBar.vue'
export { default as StorageSection } from './StorageSection.vue'
