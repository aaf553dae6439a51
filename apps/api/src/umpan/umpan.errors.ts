import { env } from '../config/env';
import { DomainError } from '../common/domain-error';

export class CursorExpiredError extends DomainError<'cursor_expired'> {
  constructor() {
    const retentionDays = env.PERUBAHAN_RETENTION_DAYS;
    const kept = retentionDays === 0 ? '' : `; perubahan disimpan ${retentionDays} hari`;
    super(
      410,
      'cursor_expired',
      `Tempat ini di umpan perubahan sudah tidak ada${kept}. Ambil kursor baru dengan since=now, baca semua siswa dari siswa.ndjson, lalu lanjutkan dari kursor itu`,
      { retentionDays },
    );
  }
}
