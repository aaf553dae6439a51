import { Cron } from 'croner';
import { wrongField } from '../../common/wrong-field';
import { isTimezone } from '../../config/values';

/** The first time after `from` that the five-field cron names in the timezone; errors name the field that is wrong. */
export function nextTime(cron: string, timezone: string, from: Date): Date {
  if (!isTimezone(timezone)) {
    throw wrongField('timezone', {
      id: `"${timezone}" bukan zona waktu IANA, misalnya Asia/Jakarta`,
      en: 'must be an IANA time zone, as Asia/Jakarta',
    });
  }
  if (cron.trim().split(/\s+/).length !== 5)
    throw wrongField('cron', {
      id: 'harus lima bagian: menit jam tanggal bulan hari',
      en: 'must have five parts: minute hour day month weekday',
    });
  const next = parse(cron, timezone).nextRun(from);
  if (!next)
    throw wrongField('cron', { id: `"${cron}" tidak pernah terjadi`, en: 'must name a time that comes' });
  return next;
}

function parse(cron: string, timezone: string): Cron {
  try {
    return new Cron(cron, { timezone, paused: true });
  } catch {
    throw wrongField('cron', {
      id: `"${cron}" bukan jadwal; misalnya 0 2 * * * untuk setiap hari pukul 02.00`,
      en: 'must be a cron line, as 0 2 * * * for 02:00 every day',
    });
  }
}
