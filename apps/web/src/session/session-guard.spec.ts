import { expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { session } from './session';
import { sessionApi } from './session.api';
import { guardSession, nextPath } from './session-guard';

it('goes on to a path of this page only', () => {
  expect(nextPath('/admin/sync-pembayaran?x=1')).toBe('/admin/sync-pembayaran?x=1');
  for (const bad of [undefined, '', '//evil.example', '/\\evil.example', 'https://evil.example', ['/a']]) {
    expect(nextPath(bad)).toBe('/admin/siswa');
  }
});

it('says that a session has ended only to whom had one', async () => {
  vi.spyOn(sessionApi, 'login').mockResolvedValue({ id: '1' } as Awaited<ReturnType<typeof sessionApi.me>>);
  const component = { render: () => null };
  const router = createRouter({
    history: createMemoryHistory(),
    routes: [
      { path: '/login', component, meta: { public: true } },
      { path: '/admin', component },
    ],
  });
  guardSession(router);
  session.forget();
  await router.push('/admin');
  expect(router.currentRoute.value.fullPath).toBe('/login?next=/admin');
  await session.login({ email: '', password: '' });
  await router.push('/admin');
  expect(router.currentRoute.value.fullPath).toBe('/login?next=/admin&expired=1');
});
