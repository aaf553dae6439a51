import type { SyncRunDto } from '@bantubayar/shared';
import { describe, expect, it } from 'vitest';
import { mountApp } from '../../dev/mount-app';
import RunMoney from './run-money.vue';

type Money = Pick<SyncRunDto, 'paidSiswa' | 'paidAmount' | 'fellSiswa' | 'fellAmount'>;

function shown(money: Money, linked = false) {
  const run = { id: '7', netAmount: money.paidAmount - money.fellAmount, ...money };
  return mountApp(RunMoney, { props: { run, linked } });
}
const lines = (money: Money) =>
  shown(money)
    .findAll('li')
    .map((line) => line.text().replaceAll('\u00a0', ' '));

describe('the money of a run', () => {
  it('tells what was paid, what fell and what that comes to', () => {
    expect(lines({ paidSiswa: 3, paidAmount: 750_000, fellSiswa: 12, fellAmount: 3_400_000 })).toEqual([
      '3 siswa membayar Rp 750.000',
      'Turun: 12 siswa, −Rp 3.400.000',
      'Bersih −Rp 2.650.000',
    ]);
  });

  it('has the drops in red, with a sign of their own and a way to them', () => {
    const [line] = shown({ paidSiswa: 0, paidAmount: 0, fellSiswa: 1, fellAmount: 500 }, true).findAll('li');
    expect(line!.find('.bad svg').exists()).toBe(true);
    expect(line!.find('a').attributes('href')).toBe(
      '/admin/sync-pembayaran/runs/7?tab=perubahan&changes=turun',
    );
  });

  it('tells apart bills that were lowered without any payment having gone', () => {
    expect(lines({ paidSiswa: 0, paidAmount: 0, fellSiswa: 2, fellAmount: 0 })).toEqual([
      'Turun: tagihan 2 siswa dihapus atau dikurangi',
    ]);
  });

  it('is nothing where nothing was paid and nothing fell', () => {
    expect(lines({ paidSiswa: 0, paidAmount: 0, fellSiswa: 0, fellAmount: 0 })).toEqual([]);
  });
});
