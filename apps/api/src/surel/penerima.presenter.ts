import { BAHASA, type PenerimaDto, type Ringkasan } from '@bantubayar/shared';
import type { EndpointRow } from '../webhook/webhook.presenter';
import type { Want } from './outbox';

/** What a receiver wants. */
export type Wishes = Pick<PenerimaDto, 'ringkasan' | 'segera' | 'semuaRun'>;

/** As it is kept with the endpoint. */
export function typesOf({ ringkasan, segera, semuaRun }: Wishes): Want[] {
  return [
    ...(ringkasan === 'tidak' ? [] : [ringkasan]),
    ...(segera ? ['segera' as const] : []),
    ...(semuaRun ? ['semua' as const] : []),
  ];
}

export function penerimaOf(row: EndpointRow): PenerimaDto {
  const types = row.types.split(',');
  const ringkasan: Ringkasan = types.includes('selalu')
    ? 'selalu'
    : types.includes('bila_perlu')
      ? 'bila_perlu'
      : 'tidak';
  return {
    ...{ id: String(row.id), email: row.url, bahasa: row.lang ?? BAHASA[0], ringkasan },
    ...{ segera: types.includes('segera'), semuaRun: types.includes('semua'), off: row.off },
    failingSince: row.failing_since?.toISOString() ?? null,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    pending: Number(row.pending),
    failed: Number(row.failed),
  };
}
