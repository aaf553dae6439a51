import { BAHASA, type Bahasa, type SuratType } from '@bantubayar/shared';
import type { EntityManager } from 'typeorm';
import { env } from '../config/env';
import { newMessageId } from '../webhook/outbox';
import { bodyOf, type Letter } from './letter';

/** What receivers can want, as it is kept: of which runs, and how they ended, or at once. */
export type Want = 'selalu' | 'bila_perlu' | 'segera' | 'semua';

/** Something that receivers are written, once. */
export interface News {
  type: SuratType;
  /** The same for what must not be written twice, whoever notices it. */
  once: string;
  /** Who wants one of these is written. */
  wanted: readonly Want[];
  /** Only to those who want to know of all runs. */
  ofAllRuns: boolean;
  /** When it still holds. */
  inSeconds?: number;
  letter: (bahasa: Bahasa) => Letter | Promise<Letter>;
}

/** Writes letters in the transaction that does what they tell of: composed only where somebody wants them. */
export async function writeLetters(manager: EntityManager, news: News): Promise<void> {
  if (!env.SMTP_URL) return;
  const { type, once, inSeconds = 0 } = news;
  const bodies = new Map<Bahasa, string>();
  for (const { id, lang } of await receiversOf(manager, news)) {
    if (!bodies.has(lang)) bodies.set(lang, bodyOf(await news.letter(lang)));
    await manager.query(
      `INSERT INTO webhook_delivery (endpoint_id, message_id, once_key, type, body, created_at, tried_from, next_at)
       VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3), UTC_TIMESTAMP(3), UTC_TIMESTAMP(3) + INTERVAL ? SECOND)
       ON DUPLICATE KEY UPDATE endpoint_id = endpoint_id`,
      [id, newMessageId(), once, type, bodies.get(lang), inSeconds],
    );
  }
}

/** What has not been sent and does not hold any more. */
export async function withdrawLetters(manager: EntityManager, oncePrefix: string): Promise<void> {
  await manager.query(
    `DELETE FROM webhook_delivery WHERE once_key LIKE ? AND state = 'pending' AND attempts = 0`,
    [`${oncePrefix}%`],
  );
}

/** Locked, so that none of them goes before what is written to them stands there. */
async function receiversOf(manager: EntityManager, { wanted, ofAllRuns }: News) {
  const wants = wanted.map(() => 'FIND_IN_SET(?, types) > 0').join(' OR ');
  const rows = await manager.query<{ id: string; lang: Bahasa | null }[]>(
    `SELECT id, lang FROM webhook_endpoint WHERE channel = 'surel' AND off_reason IS NULL AND (${wants})
       ${ofAllRuns ? "AND FIND_IN_SET('semua', types) > 0" : ''} LOCK IN SHARE MODE`,
    [...wanted],
  );
  return rows.map(({ id, lang }) => ({ id, lang: lang ?? BAHASA[0] }));
}
