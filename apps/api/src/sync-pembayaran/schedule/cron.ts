import { Cron } from 'croner';
import { InvalidInputError } from '../../common/domain-error';
import { isTimezone } from '../../config/values';

/** The first time after `from` that the five-field cron names in the timezone; errors name the field that is wrong. */
export function nextTime(cron: string, timezone: string, from: Date): Date {
  if (!isTimezone(timezone)) {
    throw invalid('timezone', `"${timezone}" bukan zona waktu IANA, misalnya Asia/Jakarta`);
  }
  if (cron.trim().split(/\s+/).length !== 5)
    throw invalid('cron', 'harus lima bagian: menit jam tanggal bulan hari');
  const next = parse(cron, timezone).nextRun(from);
  if (!next) throw invalid('cron', `"${cron}" tidak pernah terjadi`);
  return next;
}

function parse(cron: string, timezone: string): Cron {
  try {
    return new Cron(cron, { timezone, paused: true });
  } catch {
    throw invalid('cron', `"${cron}" bukan jadwal; misalnya 0 2 * * * untuk setiap hari pukul 02.00`);
  }
}

function invalid(field: 'cron' | 'timezone', message: string): InvalidInputError {
  return new InvalidInputError(`Isian tidak sesuai: ${field}: ${message}`, { [field]: [message] });
}
