import { type Bahasa, SCHEDULE_OWNER } from '@bantubayar/shared';
import { schoolTime } from '../../common/school-day';
import { env } from '../../config/env';
import type { Letter } from '../../surel/letter';
import { type EndStatus, put, wordsIn } from './letter-words';
import type { RunFacts } from './run-facts';

type Said = ReturnType<typeof wordsIn>;
const NIGHT_FROM = 18;
const NIGHT_TO = 6;

/** How a run ended. */
export function endLetter(run: RunFacts, bahasa: Bahasa): Letter {
  const said = wordsIn(bahasa);
  const { words, number } = said;
  const counts = (
    [
      [words.failed, run.failed],
      [words.kept, run.kept],
      [words.fell, run.fellSiswa],
    ] as const
  ).filter(([, n]) => n > 0);
  const ended = words.ended[run.status as EndStatus];
  const lead = `${syncName(run, said)}: ${ended}`;
  return {
    subject: [lead, ...counts.map(([text, n]) => put(text, { n: number(n) }))].join(', '),
    text: paragraphs(
      [`${lead}.`],
      [...timesOf(run, said)],
      figuresOf(run, said),
      todoOf(run, said),
      [
        ...(run.error ? [put(words.reason, { why: run.error })] : []),
        ...(run.cancelledBy ? [put(words.cancelledBy, { by: run.cancelledBy })] : []),
        ...link(words.details, `/admin/sync-pembayaran/runs/${run.id}`),
      ],
      [words.foot],
    ),
  };
}

/** That a run stands. */
export function pauseLetter(run: RunFacts, bahasa: Bahasa): Letter {
  const said = wordsIn(bahasa);
  const { words, number, pause } = said;
  const subject = `${syncName(run, said)}: ${words.paused}, ${pause(run.pauseCode!)}`;
  return {
    subject,
    text: paragraphs(
      [`${subject}.`],
      [
        ...timesOf(run, said),
        put(words.done, { done: number(run.processed), n: number(run.total) }),
        ...(run.pauseReason && bahasa === 'id' ? [put(words.reason, { why: run.pauseReason })] : []),
      ],
      [run.resumesByItself ? words.goesOn : words.stands],
      link(words.page, '/admin/sync-pembayaran'),
      [words.foot],
    ),
  };
}

/** That a scheduled run did not begin. */
export function skipLetter(why: 'active' | 'empty', bahasa: Bahasa): Letter {
  const { words } = wordsIn(bahasa);
  const subject = `${words.sync.scheduled}: ${words.skipped}`;
  const page = link(words.page, '/admin/sync-pembayaran');
  return { subject, text: paragraphs([`${subject}.`], [words.skippedWhy[why]], page, [words.foot]) };
}

/** By when it began: nobody says "scheduled" of what runs while they sleep. */
function syncName({ startedBy, startedAt }: RunFacts, { words }: Said): string {
  if (startedBy !== SCHEDULE_OWNER) return words.sync.manual;
  const hour = startedAt ? Number(schoolTime(startedAt).slice(11, 13)) : NIGHT_TO;
  return hour >= NIGHT_FROM || hour < NIGHT_TO ? words.sync.night : words.sync.scheduled;
}

function timesOf({ id, startedBy, startedAt, finishedAt }: RunFacts, { words, number, at }: Said): string[] {
  const seconds = startedAt && finishedAt ? Math.round((+finishedAt - +startedAt) / 1000) : 0;
  const took =
    seconds < 120
      ? put(words.seconds, { n: number(seconds) })
      : put(words.minutes, { n: number(Math.round(seconds / 60)) });
  return [
    put(words.by, { id, by: startedBy }),
    ...(startedAt ? [put(words.start, { at: at(startedAt) })] : []),
    ...(finishedAt ? [put(words.end, { at: at(finishedAt), took })] : []),
  ];
}

function figuresOf(run: RunFacts, { words, number, rupiah }: Said): string[] {
  const row = (text: string, n: number) => put(text, { n: number(n) });
  const money = (text: string, n: number, amount: number) =>
    n > 0 ? [put(text, { n: number(n), rp: rupiah(amount) })] : [];
  return [
    row(words.students, run.total),
    row(words.updated, run.updated),
    row(words.unchanged, run.unchanged),
    row(words.failedRow, run.failed),
    row(words.keptRow, run.kept),
    ...money(words.paid, run.paidSiswa, run.paidAmount),
    ...money(words.fellRow, run.fellSiswa, run.fellAmount),
  ];
}

function todoOf({ id, failed, kept, fellSiswa, reasons, status }: RunFacts, said: Said): string[] {
  const { words, number, reason } = said;
  const why = reasons.map(({ code, n }) => `${reason(code)}: ${number(n)}`).join('; ');
  const item = (text: string, n: number, path: string) =>
    n > 0 ? [`- ${put(text, { n: number(n), why })}${to(path)}`] : [];
  const items = [
    ...item(words.todoFailed, failed, `/admin/sync-pembayaran/runs/${id}?outcome=failed`),
    ...item(words.todoKept, kept, '/admin/siswa?perhatian=tinjauan'),
    ...item(words.todoFell, fellSiswa, '/admin/siswa?perhatian=turun'),
  ];
  if (items.length > 0) return [words.todo, ...items];
  return status === 'completed' ? [words.nothing] : [];
}

const to = (path: string) => (env.PUBLIC_URL ? `: ${env.PUBLIC_URL}${path}` : '');
const link = (text: string, path: string) =>
  env.PUBLIC_URL ? [put(text, { url: `${env.PUBLIC_URL}${path}` })] : [];

const paragraphs = (...all: string[][]) =>
  all
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
