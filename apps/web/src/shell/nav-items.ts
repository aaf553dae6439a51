import {
  mdiAccountGroupOutline,
  mdiBellOutline,
  mdiChartBoxOutline,
  mdiCogOutline,
  mdiReceiptTextClockOutline,
  mdiSync,
} from '@mdi/js';

export const NAV_ITEMS = [
  { name: 'dashboard', to: '/admin', icon: mdiChartBoxOutline },
  { name: 'siswa', to: '/admin/siswa', icon: mdiAccountGroupOutline },
  { name: 'tunggakan', to: '/admin/tunggakan', icon: mdiReceiptTextClockOutline },
  { name: 'perhatian', to: '/admin/perhatian', icon: mdiBellOutline },
  { name: 'sync', to: '/admin/sync-pembayaran', icon: mdiSync },
  { name: 'pengaturan', to: '/admin/pengaturan', icon: mdiCogOutline },
] as const;

export type NavItem = (typeof NAV_ITEMS)[number];

/** The dashboard's address is the beginning of all others'. */
export const isHere = ({ name, to }: NavItem, path: string): boolean =>
  name === 'dashboard' ? path === to : path.startsWith(to);
