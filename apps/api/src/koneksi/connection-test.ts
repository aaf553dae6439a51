import type { HasilUjiDto, KredensialBaruDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import type { Answer } from '../sisda/answer-body';
import { Contacts } from '../sisda/contacts';
import { Credentials } from '../sisda/credentials';
import { headersOf } from '../sisda/kredensial';
import { PaymentSourceClient, ROSTER_MAX_BYTES } from '../sisda/payment-source.client';
import { errorOfStatus, PaymentSourceError } from '../sisda/payment-source.errors';
import { beginningOf, countRoster } from '../sisda/roster-stream';
import { RosterRowError } from '../sisda/sisda-roster.reader';
import { Spool } from '../sisda/spool';

const PREVIEW_BYTES = 200;
const HIDDEN = '***';
const angka = new Intl.NumberFormat('id-ID');

type Verdict = Pick<HasilUjiDto, 'reason' | 'message' | 'siswa'>;

/** Asks the payment service for its roster, and tells what came back; nothing of it is stored. */
@Injectable()
export class ConnectionTest {
  constructor(
    private readonly source: PaymentSourceClient,
    private readonly credentials: Credentials,
    private readonly contacts: Contacts,
  ) {}

  /** With the credentials in use, but for those that are given and not saved yet. */
  async run(given: KredensialBaruDto): Promise<HasilUjiDto> {
    const spool = await Spool.open();
    try {
      return await this.runInto(spool, given);
    } finally {
      await spool.close();
    }
  }

  private async runInto(spool: Spool, given: KredensialBaruDto): Promise<HasilUjiDto> {
    await this.credentials.look();
    const { version } = this.credentials.inUse;
    const values = this.credentials.with(given);
    const headers = headersOf(values);
    const startedAt = performance.now();
    let answer: Answer | PaymentSourceError;
    try {
      if (headers === null) throw new PaymentSourceError('credentials_unreadable');
      answer = await this.source.askForRoster(headers, spool);
    } catch (error) {
      if (!(error instanceof PaymentSourceError)) throw error;
      answer = error;
    }
    const durationMs = Math.round(performance.now() - startedAt);
    const error = answer instanceof PaymentSourceError ? answer : errorIn(answer);
    if (Object.keys(given).length === 0) await this.note(version, error, durationMs);
    const verdict = error ? failed(error) : await verdictOn(answer as Answer, spool, durationMs);
    return {
      berhasil: verdict.reason === null,
      ...verdict,
      httpStatus: answer instanceof PaymentSourceError ? null : answer.status,
      durationMs,
      jawaban:
        answer instanceof PaymentSourceError ? null : await preview(answer, spool, Object.values(values)),
    };
  }

  /** Only of the credentials in use: others say nothing of how the connection stands. */
  private async note(version: number, error: PaymentSourceError | null, durationMs: number): Promise<void> {
    if (error) this.contacts.noteError(version, error, durationMs);
    else this.contacts.noteAnswer(version, 200, durationMs);
    await this.contacts.write();
  }
}

function errorIn({ status, headers }: Answer): PaymentSourceError | null {
  const isGood = status >= 200 && status <= 299;
  return isGood ? null : errorOfStatus(status, headers['retry-after'] as string | undefined);
}

async function verdictOn({ headers }: Answer, spool: Spool, durationMs: number): Promise<Verdict> {
  try {
    const siswa = await countRoster(spool, headers, ROSTER_MAX_BYTES);
    const message =
      siswa > 0
        ? `Terhubung: ${angka.format(siswa)} siswa, ${angka.format(durationMs)} ms`
        : 'Terhubung, tetapi server pembayaran belum mengenal seorang siswa pun';
    return { reason: null, message, siswa };
  } catch (error) {
    if (error instanceof PaymentSourceError) return failed(error);
    if (!(error instanceof RosterRowError)) throw error;
    const { row, field, problem } = error;
    const message = `Terhubung, tetapi daftar siswanya tidak sesuai: baris ${row}: ${field} ${problem}`;
    return { reason: 'roster_invalid', message, siswa: null };
  }
}

function failed({ reason, message }: PaymentSourceError): Verdict {
  if (reason !== 'not_found') return { reason, message, siswa: null };
  const words = 'Tidak ada daftar siswa di alamat ini (HTTP 404); periksa PAYMENT_API_URL';
  return { reason: 'roster_not_found', message: words, siswa: null };
}

/** The beginning of an answer, which may repeat what it was asked with. */
async function preview(
  answer: Answer,
  spool: Spool,
  secrets: (string | null | undefined)[],
): Promise<string> {
  const bytes = errorIn(answer) ? answer.data : await beginningOf(spool, answer.headers, PREVIEW_BYTES);
  const text = bytes.subarray(0, PREVIEW_BYTES).toString('utf8');
  return secrets.reduce<string>((clean, secret) => (secret ? clean.replaceAll(secret, HIDDEN) : clean), text);
}
