import { shallowRef } from 'vue';
import type { RouteLocationNormalized, RouteLocationRaw, Router } from 'vue-router';
import { setSessionHandlers } from '../core/api-client';
import { session } from './session';

/** Why nobody can say whether somebody is signed in; the page then offers to try again. */
export const sessionError = shallowRef<unknown>(null);

const HOME = '/admin/siswa';

/** Only paths of this page: `//elsewhere` would be another site. */
export function nextPath(next: unknown): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : HOME;
}

function loginAt(path: string, expired = false): RouteLocationRaw {
  return {
    path: '/login',
    query: { next: path === HOME ? undefined : path, expired: expired ? '1' : undefined },
  };
}

async function guard(to: RouteLocationNormalized): Promise<RouteLocationRaw | boolean> {
  try {
    const before = session.me.value;
    const me = await session.load();
    sessionError.value = null;
    if (to.path === '/login') return me ? nextPath(to.query.next) : true;
    return me || to.meta.public ? true : loginAt(to.fullPath, before !== null);
  } catch (error) {
    sessionError.value = error;
    return true;
  }
}

export function guardSession(router: Router): void {
  router.beforeEach(guard);

  function expire(): void {
    const { fullPath, path } = router.currentRoute.value;
    session.forget();
    if (path !== '/login') void router.replace(loginAt(fullPath, true));
  }

  /** Somebody else begins with a page of their own. */
  async function lookAgain(): Promise<void> {
    const before = session.me.value;
    if (!before) return;
    const now = await session.reload().catch(() => before);
    if (!now) expire();
    else if (now.id !== before.id) location.reload();
  }

  setSessionHandlers({ expired: expire, forbidden: lookAgain });
  window.addEventListener('focus', lookAgain);
}
