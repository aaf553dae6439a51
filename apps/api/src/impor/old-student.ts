import { PaymentSourceError } from '../sisda/payment-source.errors';
import { type PaymentAnswer, readPayments } from '../sisda/sisda.reader';
import type { ImportReport } from './import-report';
import { answerOfPeriods, asBody, contentOf, type OldContent, type OldPembayaran } from './old-answer';

/** The answer that the old database has of a student, and since when; `rows` are those that it is made of. */
export interface OldStudent {
  idperson: string;
  answer: PaymentAnswer;
  at: Date;
  rows: string[];
}

type Readable = OldPembayaran & { content: OldContent };

/** What a student's rows come to, read as strictly as an answer of the service; null where that is none, which is reported. */
export function readOldStudent(
  idperson: string,
  rows: readonly OldPembayaran[],
  saldo: string | null,
  now: Date,
  report: ImportReport,
): OldStudent | null {
  const about = (row: string) => ({ table: 'siswa_pembayaran' as const, row, idperson });
  const readable = rows.flatMap((row): Readable[] => {
    const content = contentOf(row.text ?? '');
    if (typeof content !== 'string') return [{ ...row, content }];
    report.add('leave', content, about(row.row));
    return [];
  });
  const newest = newestOf(readable);
  if (!newest) return null;
  const isWhole = newest.content.kind === 'answer';
  const used = isWhole ? [newest] : newestPeriods(readable);
  for (const { row } of readable.filter((each) => !used.includes(each)))
    report.add('keep', 'superseded', about(row));

  const leave = (reason: 'incomplete' | 'no_timestamp' | 'future_timestamp' | 'refused', detail?: string) => {
    for (const { row } of used) report.add('leave', reason, about(row), detail);
    return null;
  };
  if (!isWhole && readable.length < rows.length) return leave('incomplete');
  if (newest.at === null) return leave('no_timestamp');
  if (newest.at > now) return leave('future_timestamp');
  const texts = used.map(({ content }) => content.text);
  try {
    const answer = readPayments(
      isWhole ? asBody(texts[0]!) : answerOfPeriods(idperson, texts, saldo),
      idperson,
    );
    return { idperson, answer, at: newest.at, rows: used.map(({ row }) => row) };
  } catch (error) {
    if (error instanceof PaymentSourceError) return leave('refused', error.message);
    throw error;
  }
}

/** Of those of the same time the later one; without a time they come first. */
function newestOf(rows: readonly Readable[]): Readable | undefined {
  return rows.reduce<Readable | undefined>(
    (newest, each) => (newest && Number(newest.at) > Number(each.at) ? newest : each),
    undefined,
  );
}

/** Of each school year the newest row. */
function newestPeriods(rows: readonly Readable[]): Readable[] {
  const keyOf = ({ content }: Readable) => (content.kind === 'period' ? content.key : null);
  const keys = new Set(rows.map(keyOf).filter((key) => key !== null));
  return [...keys].map((key) => newestOf(rows.filter((row) => keyOf(row) === key))!);
}
