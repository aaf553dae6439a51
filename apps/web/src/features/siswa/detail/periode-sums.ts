import type { PeriodePembayaranDto } from '@bantubayar/shared';

export interface PeriodeSums {
  years: number;
  tagihan: number;
  dibayar: number;
  sisa: number;
}

/** What school years come to, taken together. */
export function periodeSums(periode: PeriodePembayaranDto[]): PeriodeSums {
  const sum = (name: 'tagihan' | 'dibayar' | 'sisa') => periode.reduce((all, each) => all + each[name], 0);
  return { years: periode.length, tagihan: sum('tagihan'), dibayar: sum('dibayar'), sisa: sum('sisa') };
}
