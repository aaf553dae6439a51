import type { RingkasanDto, StatusPembayaran } from '@bantubayar/shared';
import type { Fade } from '../chart/bar-config';

interface Standing {
  status: StatusPembayaran;
  /** Its count among the sums. */
  count: keyof RingkasanDto;
  color: string;
  fade: Fade;
}

/** From left to right in a stack. */
export const STANDINGS: readonly Standing[] = [
  { status: 'lunas', count: 'lunas', color: 'success', fade: 'none' },
  { status: 'belum_lunas', count: 'belumLunas', color: 'error', fade: 'some' },
  { status: 'belum_sinkron', count: 'belumSinkron', color: 'secondary', fade: 'much' },
];
