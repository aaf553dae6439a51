import { PESAN_AWAL, PESAN_LINK_MAX, fillPesan, inLink, unknownPenanda } from '@bantubayar/shared';
import { describe, expect, it } from 'vitest';
import { openBill, openBillsOf } from './open-bills';
import { pesanText, waLink } from './pesan-text';

const SISWA = { nama: 'Siti Aminah', UnitFormal: 'SMP', KelasFormal: '8A' };
const NOW = Date.parse('2026-11-28T05:00:00Z');
const row = {
  ...{
    idperson: '7',
    ...SISWA,
    periode: '20262027',
    kategori: 'SPP',
    item: 'Juli',
    jatuhTempo: '2026-07-10',
  },
  ...{ hariTerlambat: 141, tagihan: 250_000, dibayar: 200_000, sisa: -50_000 },
};
const later = {
  ...row,
  item: 'Mei',
  jatuhTempo: '2027-05-10',
  hariTerlambat: -163,
  dibayar: 0,
  sisa: -250_000,
};
const text = (template: string, bills = [row, later], siswa = SISWA, sekolah: string | null = 'Al-Ikhlas') =>
  pesanText({ template, siswa, bills: bills.map(openBill), sekolah, now: NOW });

describe('the text to parents', () => {
  it('names what is owed bill by bill, with its day and rest, and their sum', () => {
    expect(text('{nama} ({kelas}), {tanggal}:\n{tagihan}\n{total}\n{sekolah}')).toBe(
      [
        'Siti Aminah (SMP 8A), 28 Nov 2026:',
        '- SPP · Juli 2026/2027 (jatuh tempo 10 Jul 2026): Rp\u00a050.000 dari Rp\u00a0250.000',
        '- SPP · Mei 2026/2027 (belum jatuh tempo, 10 Mei 2027): Rp\u00a0250.000',
        'Rp\u00a0300.000',
        'Al-Ikhlas',
      ].join('\n'),
    );
  });

  it('says that there is nothing, and leaves no hole where the school has no name', () => {
    expect(text('A\n{tagihan}\n\n{sekolah}\n\nB {total}', [], SISWA, null)).toBe(
      'A\n- tidak ada -\n\nB Rp\u00a00',
    );
    expect(text('{tagihan}', [{ ...row, kategori: null!, item: null!, jatuhTempo: null! }])).toBe(
      '- Total tahun ajaran 2026/2027: Rp\u00a050.000 dari Rp\u00a0250.000',
    );
  });

  it('takes a name for what it is, also one with braces or a replacement pattern', () => {
    const nama = "{total} $& $1 'x'";
    expect(text('{nama}!', [], { ...SISWA, nama })).toBe(`${nama}!`);
  });

  it('stands in a link to the letter', () => {
    const nama = 'Siti & "Ana" #1 100% + 😀\nbaris';
    const link = new URL(waLink('6281234567890', text('{nama}', [], { ...SISWA, nama })));
    expect(link.origin + link.pathname).toBe('https://wa.me/6281234567890');
    expect(link.hash).toBe('');
    expect([...link.searchParams]).toEqual([['text', nama]]);
    expect(() => waLink('62', '\ud83d')).not.toThrow();
  });

  it('is by default one that is allowed', () => {
    expect(unknownPenanda(PESAN_AWAL)).toEqual([]);
    expect(inLink(PESAN_AWAL).length).toBeLessThan(PESAN_LINK_MAX);
    expect(unknownPenanda('{nama} {Nama} {nama siswa} {} {Nama}')).toEqual(['{Nama}', '{nama siswa}', '{}']);
    expect(fillPesan('{x}', {} as never)).toBe('{x}');
  });
});

describe('the unpaid bills of a student', () => {
  const item = { id: '1', nama: 'Juli', tanggal: null, jatuhTempo: '2026-07-10', hariTerlambat: 141 };
  const amounts = { tagihan: 250_000, dibayar: 200_000, sisa: -50_000, lunas: false };
  const overpaid = { tagihan: 100, dibayar: 300, sisa: 200, lunas: true };
  const year = { periode: '20262027', kelas: '8A', ...amounts };

  it('are those of the list of unpaid bills; what is overpaid pays for no other one', () => {
    const items = [
      { ...item, nama: 'Mei', jatuhTempo: '2027-05-10', hariTerlambat: null, ...amounts },
      { ...item, nama: 'Lebih', hariTerlambat: null, ...overpaid },
      { ...item, ...amounts },
    ];
    const bills = openBillsOf([{ ...year, kategori: [{ nama: 'SPP', ...amounts, items }] }]);
    expect(bills).toEqual([openBill(row), openBill({ ...later, dibayar: 200_000, sisa: -50_000 })]);
  });

  it('are totals where there is nothing finer', () => {
    const total = openBill({ ...row, kategori: null, item: null, jatuhTempo: null, hariTerlambat: 0 });
    expect(openBillsOf([{ ...year, kategori: [] }])).toEqual([total]);
    const kategori = [{ nama: 'SPP', ...amounts, items: [] }];
    expect(openBillsOf([{ ...year, kategori }])).toEqual([{ ...total, kategori: 'SPP' }]);
  });
});
