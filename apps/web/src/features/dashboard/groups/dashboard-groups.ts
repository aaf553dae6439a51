import type { DashboardDto, RingkasanDto } from '@bantubayar/shared';

/** The students of a unit, or of a class in one; null where the roster names none. */
export interface Group {
  lembaga: string | null;
  /** Left out for a whole unit. */
  kelas?: string | null;
  sums: RingkasanDto;
}

/** The units, or the classes of one of them; most arrears first. */
export function groupsOf({ lembaga: units }: DashboardDto, lembaga: string | null): Group[] {
  const unit = lembaga === null ? undefined : units.find((each) => each.lembaga === lembaga);
  const groups = unit
    ? unit.kelas.map((sums): Group => ({ lembaga, kelas: sums.kelas, sums }))
    : units.map((sums): Group => ({ lembaga: sums.lembaga, sums }));
  return groups.sort(({ sums: a }, { sums: b }) => b.tunggakan - a.tunggakan || b.total - a.total);
}

/** How much of what was billed is paid, in per cent, floored to a decimal; more than 100 where people paid ahead, null where nothing was billed. */
export function paidShare({ tagihan, dibayar }: Pick<RingkasanDto, 'tagihan' | 'dibayar'>): number | null {
  return tagihan === 0 ? null : Math.floor((dibayar * 1_000) / tagihan) / 10;
}

/** Floored: 100 % is everybody. */
export function percentOf(part: number, total: number): number {
  return total === 0 ? 0 : Math.floor((part * 100) / total);
}
