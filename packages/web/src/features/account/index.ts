export { default as UserMenu } from './UserMenu.vue'
