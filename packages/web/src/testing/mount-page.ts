import ui from '@nuxt/ui/vue-plugin'
import { createPinia } from 'pinia'
import { mount, type ComponentMountingOptions, type VueWrapper } from '@vue/test-utils'
import type { Component } from 'vue'
import { createMemoryHistory, createRouter } from 'vue-router'
import { createTranslations } from '@/locales'

/** Mounts a component with translations and routes, attached to the page so that focus works. */
export function mountPage(
  component: Component,
  options: ComponentMountingOptions<Component> = {},
): VueWrapper {
  const page = { template: '<div />' }
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/', name: 'library', component: page },
      { path: '/folders/:id', name: 'folder', component: page },
      { path: '/documents/:id', name: 'document', component: page },
      ...['trash', 'shared', 'favourites', 'recent'].map((name) => ({
        path: `/${name}`,
        name,
        component: page,
      })),
    ],
  })
  document.body.replaceChildren()
  const wrapper: VueWrapper = mount(component, {
    attachTo: document.body,
    global: { plugins: [createPinia(), createTranslations(), router, ui] },
    ...options,
  })
  return wrapper
}
