export { default as ListPage } from './ListPage.vue'
export { useViewerTheme } from './use-theme'
export { useViewerLanguage } from './use-viewer-language'
export { default as UserMenu } from './UserMenu.vue'
