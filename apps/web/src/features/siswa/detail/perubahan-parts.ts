import type { PerubahanDto, PerubahanItemDto } from '@bantubayar/shared';

export type PerubahanName = 'paid' | 'billed' | 'periodeBaru' | 'periodeHilang' | 'items' | 'remarks';

export interface PerubahanPart {
  name: PerubahanName;
  /** What it is more, or less. */
  amount?: number;
  periode?: string[];
}

/** What happened, most important first. What was billed for a school year that came or went is told by its name alone. */
export function perubahanParts(perubahan: PerubahanDto): PerubahanPart[] {
  const { dibayarSelisih, periodeBaru, periodeHilang, items } = perubahan;
  const sum = (periode: string[], name: 'tagihanBefore' | 'tagihanAfter') =>
    items.filter((item) => periode.includes(item.periode)).reduce((all, item) => all + (item[name] ?? 0), 0);

  const billed =
    perubahan.tagihanAfter -
    perubahan.tagihanBefore +
    sum(periodeHilang, 'tagihanBefore') -
    sum(periodeBaru, 'tagihanAfter');

  const parts: PerubahanPart[] = [];
  if (dibayarSelisih !== 0) parts.push({ name: 'paid', amount: dibayarSelisih });
  if (billed !== 0) parts.push({ name: 'billed', amount: billed });
  if (periodeBaru.length > 0) parts.push({ name: 'periodeBaru', periode: periodeBaru });
  if (periodeHilang.length > 0) parts.push({ name: 'periodeHilang', periode: periodeHilang });
  if (parts.length === 0) parts.push({ name: items.length > 0 ? 'items' : 'remarks' });
  return parts;
}

export interface PeriodeItems {
  periode: string;
  /** Whether the whole school year came or went. */
  fate: 'baru' | 'hilang' | null;
  items: PerubahanItemDto[];
}

/** The first `limit` bills that changed, by school year: those of years that stay, then the rest, the latest first. */
export function itemsByPeriode(perubahan: PerubahanDto, limit = Infinity): PeriodeItems[] {
  const fateOfPeriode = (periode: string) => {
    if (perubahan.periodeBaru.includes(periode)) return 'baru';
    return perubahan.periodeHilang.includes(periode) ? 'hilang' : null;
  };
  const whole = ({ periode }: PerubahanItemDto) => Number(fateOfPeriode(periode) !== null);
  const sorted = [...perubahan.items]
    .sort((a, b) => whole(a) - whole(b) || b.periode.localeCompare(a.periode))
    .slice(0, limit);
  return [...new Set(sorted.map(({ periode }) => periode))].map((periode) => ({
    periode,
    fate: fateOfPeriode(periode),
    items: sorted.filter((item) => item.periode === periode),
  }));
}

/** Whether a bill came, went, or was lowered; null for any other. */
export function fateOf({
  tagihanBefore,
  tagihanAfter,
}: PerubahanItemDto): 'baru' | 'hilang' | 'turun' | null {
  if (tagihanBefore === null) return 'baru';
  if (tagihanAfter === null) return 'hilang';
  return tagihanAfter < tagihanBefore ? 'turun' : null;
}
