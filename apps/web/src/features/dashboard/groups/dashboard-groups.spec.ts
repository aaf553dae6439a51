import type { DashboardDto, RingkasanDto } from '@bantubayar/shared';
import { describe, expect, it } from 'vitest';
import { groupsOf, paidShare, percentOf } from './dashboard-groups';
import { siswaLink } from './siswa-link';

const sums = (tunggakan: number, total = 1): RingkasanDto => ({
  total,
  lunas: 0,
  belumLunas: total,
  belumSinkron: 0,
  usang: 0,
  tagihan: tunggakan,
  dibayar: 0,
  tunggakan,
  belumJatuhTempo: 0,
  lebihBayar: 0,
  dihitungUlang: 0,
});

const dashboard: DashboardDto = {
  semua: sums(60, 4),
  umur: [],
  kategori: [],
  lembaga: [
    { ...sums(10), lembaga: null, kelas: [{ ...sums(10), kelas: null }] },
    {
      ...sums(50, 3),
      lembaga: 'SMP',
      kelas: [
        { ...sums(20), kelas: '7A' },
        { ...sums(30, 2), kelas: '8A' },
      ],
    },
  ],
  harian: [],
  timezone: 'Asia/Jakarta',
};

describe('the groups of a dashboard', () => {
  it('are the units, most arrears first', () => {
    expect(groupsOf(dashboard, null).map(({ lembaga }) => lembaga)).toEqual(['SMP', null]);
  });

  it('are the classes of a unit', () => {
    expect(groupsOf(dashboard, 'SMP').map(({ kelas }) => kelas)).toEqual(['8A', '7A']);
  });

  it('are the units again where no such unit is', () => {
    expect(groupsOf(dashboard, 'TK')).toHaveLength(2);
  });

  it('lead to their students, if these can be asked for', () => {
    const [smp, none] = groupsOf(dashboard, null);
    expect(siswaLink(smp!, 'belum_lunas')).toBe(
      '/admin/siswa?lembaga=SMP&status=belum_lunas&sort=-tunggakan',
    );
    expect(siswaLink(groupsOf(dashboard, 'SMP')[0]!, 'lunas')).toBe(
      '/admin/siswa?lembaga=SMP&kelas=8A&status=lunas',
    );
    expect(siswaLink(none!, 'lunas')).toBeNull();
  });
});

describe('percentOf', () => {
  it('says 100 only of everybody', () => {
    expect([percentOf(6101, 6102), percentOf(6102, 6102), percentOf(0, 0)]).toEqual([99, 100, 0]);
  });
});

describe('paidShare', () => {
  it('says 100 only when all is paid, and more when more is', () => {
    const share = (tagihan: number, dibayar: number) => paidShare({ tagihan, dibayar });
    expect([share(10_000, 9_999), share(100, 100), share(100, 105)]).toEqual([99.9, 100, 105]);
    expect(share(0, 0)).toBeNull();
  });
});
