import {
  mdiAccountGroupOutline,
  mdiChartBoxOutline,
  mdiCogOutline,
  mdiReceiptTextClockOutline,
  mdiSync,
} from '@mdi/js';

export const NAV_ITEMS = [
  { name: 'dashboard', to: '/admin', icon: mdiChartBoxOutline },
  { name: 'siswa', to: '/admin/siswa', icon: mdiAccountGroupOutline },
  { name: 'tunggakan', to: '/admin/tunggakan', icon: mdiReceiptTextClockOutline },
  { name: 'sync', to: '/admin/sync-pembayaran', icon: mdiSync },
  { name: 'pengaturan', to: '/admin/pengaturan', icon: mdiCogOutline },
] as const;

/** The dashboard's address is the beginning of all others'. */
export const isHere = ({ name, to }: (typeof NAV_ITEMS)[number], path: string): boolean =>
  name === 'dashboard' ? path === to : path.startsWith(to);
