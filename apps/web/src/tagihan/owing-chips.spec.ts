import { expect, it } from 'vitest';
import { mountApp } from '../../dev/mount-app';
import OwingChips from './owing-chips.vue';

const chipsOf = (filters: object) => mountApp(OwingChips, { props: { filters } });

it('tell what is asked of bills, each to be taken away', async () => {
  const chips = chipsOf({ kategori: 'SPP', periode: '20252026', umur: '>180', terlambat: 31 });
  expect(chips.findAll('.v-chip').map((chip) => chip.text())).toEqual([
    'Jenis tagihan: SPP',
    'Tahun ajaran 2025/2026',
    'Keterlambatan: Lebih dari 180 hari',
    'Terlambat ≥ 31 hari',
  ]);
  await chips.find('[data-testid=chip-umur] button').trigger('click');
  expect(chips.emitted('change')).toEqual([[{ umur: null }]]);
});

it('are not there where nothing is asked', () => {
  const filters = { kategori: null, periode: null, umur: null, terlambat: null };
  expect(chipsOf(filters).find('.chips').exists()).toBe(false);
});
