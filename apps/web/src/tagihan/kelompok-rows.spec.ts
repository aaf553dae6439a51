import { expect, it } from 'vitest';
import { kelompokRows } from './kelompok-rows';

const owed = (kelompok: string | null) => ({ kelompok, siswa: 1, bills: 2, tunggakan: 300 });

it('are all ages in their order; any other ones as they come', () => {
  const ages = kelompokRows('umur', [owed('>180'), owed('31-60')]);
  expect(ages.map(({ kelompok }) => kelompok)).toEqual(['1-30', '31-60', '61-90', '91-180', '>180']);
  expect(ages[0]).toMatchObject({ bills: 0, tunggakan: 0 });
  expect(kelompokRows('umur', [owed('0')])[0]).toEqual(owed('0'));
  expect(kelompokRows('kategori', [owed('SPP'), owed(null)])).toHaveLength(2);
});
