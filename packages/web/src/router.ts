import { createRouter, createWebHistory, type RouteLocationNormalized, type Router } from 'vue-router'
import { useViewerStore } from './features/auth'
import LibraryPage from './features/library/LibraryPage.vue'

/** Creates the portal's routes; pages other than the library load when they are visited. */
export function createPortalRouter(): Router {
  const router = createRouter({
    history: createWebHistory(),
    routes: [
      { path: '/', name: 'library', component: LibraryPage },
      { path: '/folders/:id', name: 'folder', component: LibraryPage },
      {
        path: '/documents/:id',
        name: 'document',
        component: () => import('./features/editing/EditorPage.vue'),
      },
      {
        path: '/documents/:id/compare',
        name: 'compare-versions',
        component: () => import('./features/versions/ComparePage.vue'),
      },
      { path: '/shared', name: 'shared', component: () => import('./features/library/CollectionPage.vue') },
      {
        path: '/favourites',
        name: 'favourites',
        component: () => import('./features/library/CollectionPage.vue'),
      },
      { path: '/recent', name: 'recent', component: () => import('./features/library/CollectionPage.vue') },
      { path: '/trash', name: 'trash', component: () => import('./features/trash/TrashPage.vue') },
      { path: '/storage', name: 'storage', component: () => import('./features/storage/StoragePage.vue') },
      {
        path: '/activity',
        name: 'activity',
        component: () => import('./features/activity/ActivityPage.vue'),
      },
      { path: '/account', name: 'account', component: () => import('./features/account/AccountPage.vue') },
      { path: '/spaces', name: 'spaces', component: () => import('./features/spaces/SpacesPage.vue') },
      { path: '/people/groups', name: 'groups', component: () => import('./features/groups/GroupsPage.vue') },
      { path: '/people', name: 'people', component: () => import('./features/people/PeoplePage.vue') },
      {
        path: '/sign-in',
        name: 'sign-in',
        component: () => import('./features/auth/SignInPage.vue'),
        meta: { public: true },
      },
      {
        path: '/sign-in/:token',
        name: 'sign-in-link',
        component: () => import('./features/auth/SignInLinkPage.vue'),
        meta: { public: true },
      },
      {
        path: '/set-password/:token',
        name: 'set-password',
        component: () => import('./features/auth/SetPasswordPage.vue'),
        meta: { public: true },
      },
      {
        path: '/forgotten-password',
        name: 'forgotten-password',
        component: () => import('./features/auth/ForgottenPasswordPage.vue'),
        meta: { public: true },
      },
      {
        path: '/share/:token',
        name: 'share',
        component: () => import('./features/sharing/SharePage.vue'),
        meta: { public: true },
      },
      {
        path: '/:path(.*)*',
        name: 'not-found',
        component: () => import('./ui/NotFoundPage.vue'),
        meta: { public: true },
      },
    ],
  })
  router.beforeEach(requireViewer)
  return router
}

/** Sends strangers to the sign-in page and remembers where they wanted to go. */
async function requireViewer(to: RouteLocationNormalized) {
  const viewer = useViewerStore()
  await viewer.ready()
  if (to.meta.public || viewer.current || viewer.problem) return true
  return { name: 'sign-in', query: to.fullPath === '/' ? {} : { redirect: to.fullPath } }
}
