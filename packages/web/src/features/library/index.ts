export { default as LibraryLayout } from './LibraryLayout.vue'
