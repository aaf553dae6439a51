import type { Day } from '@bantubayar/shared';
import { type Bill, isDue } from '../sisda/bills';

/** The figures of a student that hold on a day and perhaps not on the next, as `TagihanTerbukaRepository.settle` derives them too. */
export interface DayFigures {
  tunggakan: number;
  belumJatuhTempo: number;
  status: 'lunas' | 'belum_lunas';
  /** The oldest due date of all unpaid bills, the next one to come and the last that came. */
  tertua: Day | null;
  berikut: Day | null;
  terakhir: Day | null;
}

/** What unpaid bills make of their student on a day. */
export function dayFiguresOf(terbuka: readonly Bill[], today: Day): DayFigures {
  const figures: DayFigures = {
    tunggakan: 0,
    belumJatuhTempo: 0,
    status: 'lunas',
    tertua: null,
    berikut: null,
    terakhir: null,
  };
  for (const { sisa, jatuhTempo } of terbuka) {
    figures.tertua = earlier(figures.tertua, jatuhTempo);
    if (isDue(jatuhTempo, today)) {
      figures.tunggakan -= sisa;
      figures.terakhir = later(figures.terakhir, jatuhTempo);
    } else {
      figures.belumJatuhTempo -= sisa;
      figures.berikut = earlier(figures.berikut, jatuhTempo);
    }
  }
  if (figures.tunggakan > 0) figures.status = 'belum_lunas';
  return figures;
}

const earlier = (a: Day | null, b: Day | null) => (a === null || (b !== null && b < a) ? b : a);
const later = (a: Day | null, b: Day | null) => (a === null || (b !== null && b > a) ? b : a);
