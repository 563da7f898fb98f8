export { useViewerStore } from './viewer-store'
