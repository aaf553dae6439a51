import { mdiAccountGroupOutline, mdiCogOutline, mdiSync } from '@mdi/js';

export const NAV_ITEMS = [
  { name: 'siswa', to: '/admin/siswa', icon: mdiAccountGroupOutline },
  { name: 'sync', to: '/admin/sync-pembayaran', icon: mdiSync },
  { name: 'pengaturan', to: '/admin/pengaturan', icon: mdiCogOutline },
] as const;
