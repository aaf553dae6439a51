import { START_LOCATION, type Router } from 'vue-router';
import { api } from './core/api-client';
import { notify } from './core/notices';
import { i18n } from './i18n';

/**
 * A page whose files do not come: the server is away, which is told, or has a newer version by now, whose files have other
 * names and which is opened in the place of this one.
 */
export function reopenNewVersion(router: Router): void {
  router.onError(async (_error, to, from) => {
    // What did not come with a new version either would be opened for ever.
    if (from === START_LOCATION) return;
    try {
      await api.get('/health/live');
      location.assign(to.fullPath);
    } catch {
      notify(i18n.global.t('common.network'), 'error');
    }
  });
}
