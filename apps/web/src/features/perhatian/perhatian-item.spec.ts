import type { PerhatianDto } from '@bantubayar/shared';
import { expect, it } from 'vitest';
import { mountApp } from '../../../dev/mount-app';
import PerhatianItem from './perhatian-item.vue';

const failed: PerhatianDto = {
  jenis: 'gagal',
  jumlah: 1_234,
  alamat: '/admin/siswa?perhatian=gagal',
  menunggu: true,
  message: '',
  runId: null,
  alasan: [
    {
      outcome: 'failed',
      reason: 'timeout',
      message: 'Server pembayaran tidak menjawab',
      action: 'retry',
      count: 1_234,
      retryable: 1_234,
    },
  ],
};

it('says how many and what to do, leads to them, and folds the technical words away', () => {
  const item = mountApp(PerhatianItem, { props: { item: failed } });
  expect(item.find('h2').text()).toBe('1.234 siswa gagal diambil');
  expect(item.find('a').attributes('href')).toBe('/admin/siswa?perhatian=gagal');
  expect(item.find('details').attributes('open')).toBeUndefined();
  expect(item.find('details').text()).toContain('timeout');
});

it('offers nobody a retry who may not start one', () => {
  const item = mountApp(PerhatianItem, { props: { item: failed } });
  expect(item.find('[data-testid="perhatian-retry"]').exists()).toBe(false);
});

it('leads nobody to the connection who may not mend it', () => {
  const refused: PerhatianDto = {
    ...failed,
    jenis: 'koneksi',
    jumlah: 1,
    alamat: '/admin/pengaturan?tab=koneksi',
  };
  const item = mountApp(PerhatianItem, { props: { item: { ...refused, alasan: [] } } });
  expect(item.find('h2').text()).toBe('Koneksi ditolak');
  expect(item.find('a').exists()).toBe(false);
});
