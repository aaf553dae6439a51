import { QueryClient, VueQueryPlugin } from '@tanstack/vue-query';
import { mount } from '@vue/test-utils';
import type { Component } from 'vue';
import { createMemoryHistory, createRouter } from 'vue-router';
import { i18n } from '../src/i18n';
import { addPageMessages } from '../src/i18n/add-page-messages';
import { overview } from '../src/i18n/id/overview';
import { pages } from '../src/i18n/id/pages';
import { settings } from '../src/i18n/id/settings';
import { students } from '../src/i18n/id/students';
import { vuetify } from '../src/plugins/vuetify';

addPageMessages({ ...pages, ...students, ...overview, ...settings });

/** Mounts a part for a test as the page would: in Indonesian, with all plugins. */
export function mountApp(component: Component, options: { props?: object; slots?: object } = {}) {
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [{ path: '/:path(.*)*', component: { template: '<div />' } }],
  });
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  return mount(component, {
    ...(options as object),
    global: { plugins: [i18n, vuetify, router, [VueQueryPlugin, { queryClient }]] },
  });
}
