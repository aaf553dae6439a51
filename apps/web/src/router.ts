import { createRouter, createWebHistory } from 'vue-router';
import { tallEnough } from './core/tall-enough';
import { reopenNewVersion } from './reopen-new-version';
import { guardSession } from './session/session-guard';

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/login', component: () => import('./features/auth/login.page.vue'), meta: { public: true } },
    {
      path: '/',
      component: () => import('./shell/app-shell.vue'),
      children: [
        { path: '', redirect: '/admin/siswa' },
        { path: 'admin', component: () => import('./features/dashboard/dashboard.page.vue') },
        { path: 'admin/siswa', component: () => import('./features/siswa/list/siswa-list.page.vue') },
        { path: 'admin/siswa/cetak', component: () => import('./features/siswa/cetak/cetak.page.vue') },
        {
          path: 'admin/siswa/:idperson',
          component: () => import('./features/siswa/detail/siswa-detail.page.vue'),
          props: true,
        },
        { path: 'admin/perhatian', component: () => import('./features/perhatian/perhatian.page.vue') },
        { path: 'admin/tunggakan', component: () => import('./features/tunggakan/tunggakan.page.vue') },
        {
          path: 'admin/sync-pembayaran',
          component: () => import('./features/sync-pembayaran/sync/sync.page.vue'),
        },
        {
          path: 'admin/sync-pembayaran/runs',
          component: () => import('./features/sync-pembayaran/runs/runs.page.vue'),
        },
        {
          path: 'admin/sync-pembayaran/runs/:id',
          component: () => import('./features/sync-pembayaran/run/run.page.vue'),
          props: true,
        },
        // Not a page of ours: the server's own, which only a real navigation reaches.
        {
          path: 'admin/queues/:rest(.*)*',
          component: () => import('./shell/not-found.page.vue'),
          beforeEnter: ({ fullPath }) => {
            location.assign(fullPath);
            return false;
          },
        },
        { path: 'admin/pengaturan', component: () => import('./features/pengaturan/pengaturan.page.vue') },
        { path: ':path(.*)*', component: () => import('./shell/not-found.page.vue') },
      ],
    },
  ],
  async scrollBehavior(to, from, saved) {
    if (saved) {
      await tallEnough(saved.top);
      return router.currentRoute.value === to && saved;
    }
    if (to.path !== from.path) return { top: 0 };
    return to.hash ? { el: to.hash, top: 72 } : false;
  },
});

guardSession(router);
reopenNewVersion(router);
