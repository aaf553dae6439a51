import type { PerubahanDto, PerubahanItemDto } from '@bantubayar/shared';
import { expect, it } from 'vitest';
import { mountApp } from '../../../../dev/mount-app';
import PerubahanNotes from './perubahan-notes.vue';

const gone = (kategori: string | null, nama: string | null) =>
  ({ periode: '20252026', kategori, nama, tagihanAfter: null }) as PerubahanItemDto;

function notes(values: Partial<PerubahanDto>) {
  const nothing = { tagihanBefore: 500, tagihanAfter: 500, periodeBaru: [], periodeHilang: [], items: [] };
  const perubahan = { dibayarSelisih: 0, ...nothing, ...values };
  const chips = mountApp(PerubahanNotes, { props: { perubahan } }).findAll('.tag');
  return chips.map((chip) => [chip.text().replace('\u00a0', ' '), chip.classes('text-error')]);
}

it('tell in red what is gone or was lowered', () => {
  expect(notes({ tagihanAfter: 300, items: [gone('SPP', 'Juli')] })).toEqual([
    ['SPP · Juli dihapus', true],
    ['Tagihan −Rp 200', true],
  ]);
  expect(notes({ items: [gone('SPP', 'Juli'), gone('SPP', 'Agustus')] })).toEqual([
    ['2 tagihan dihapus', true],
  ]);
  expect(notes({ items: [gone(null, null)] })).toEqual([['Total tahun ajaran dihapus', true]]);
  expect(notes({ periodeHilang: ['20252026'], items: [gone('SPP', 'Juli')] })).toEqual([
    ['2025/2026 dihapus', true],
  ]);
});

it('tell what came, and that details changed where nothing else did', () => {
  expect(notes({ tagihanAfter: 700, periodeBaru: ['20262027'] })).toEqual([
    ['2026/2027 baru', false],
    ['Tagihan +Rp 200', false],
  ]);
  expect(notes({})).toEqual([['Rincian berubah', false]]);
  expect(notes({ dibayarSelisih: 50 })).toEqual([]);
});
