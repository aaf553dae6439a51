import { type Bahasa, failureMessage, type FailureReasonCode, type PauseCode } from '@bantubayar/shared';
import { env } from '../../config/env';

const WORDS = {
  id: {
    sync: { night: 'Sinkronisasi malam', scheduled: 'Sinkronisasi terjadwal', manual: 'Sinkronisasi' },
    ended: {
      completed: 'selesai',
      partial: 'selesai',
      cancelled: 'dibatalkan',
      failed: 'GAGAL, tidak dapat dilanjutkan',
    },
    paused: 'dijeda',
    skipped: 'tidak dimulai',
    pause: {
      operator: 'oleh petugas',
      credentials: 'server pembayaran menolak kredensialnya',
      format_changed: 'format jawaban server pembayaran berubah',
      outage: 'server pembayaran sedang bermasalah',
      database_refuses: 'database tidak dapat ditulis',
      queue_refuses: 'antrean tidak menerima pekerjaan',
    },
    failed: '{n} gagal',
    kept: '{n} perlu ditinjau',
    fell: '{n} pembayaran turun',
    by: 'Run {id}, dimulai oleh {by}',
    start: 'Mulai: {at}',
    end: 'Selesai: {at} ({took})',
    minutes: '{n} menit',
    seconds: '{n} detik',
    students: 'Siswa: {n}',
    done: 'Sudah diproses: {done} dari {n} siswa',
    updated: 'Berubah: {n}',
    unchanged: 'Tetap: {n}',
    failedRow: 'Gagal: {n}',
    keptRow: 'Disimpan untuk ditinjau: {n}',
    paid: 'Pembayaran yang masuk: {rp} dari {n} siswa',
    fellRow: 'Pembayaran yang turun: {rp} dari {n} siswa',
    todo: 'Yang perlu ditangani:',
    todoFailed: '{n} siswa gagal diambil ({why})',
    todoKept: '{n} jawaban meragukan dan belum diterapkan; bandingkan, lalu putuskan',
    todoFell: 'Pembayaran {n} siswa turun; pastikan pembatalannya memang benar',
    nothing: 'Tidak ada yang perlu ditangani.',
    cancelledBy: 'Dibatalkan oleh {by}.',
    reason: 'Sebab: {why}',
    goesOn: 'Dilanjutkan dengan sendirinya begitu sebabnya berakhir; tidak ada yang perlu dilakukan.',
    stands:
      'Tidak berlanjut dengan sendirinya: atasi sebabnya, lalu tekan Lanjutkan di halaman sinkronisasi.',
    skippedWhy: {
      active: 'Sinkronisasi lain masih berjalan atau dijeda, jadi yang terjadwal dilewati.',
      empty: 'Tidak ada siswa dalam cakupan jadwal; baca daftar siswa, atau ubah cakupannya.',
    },
    details: 'Rincian: {url}',
    page: 'Halaman sinkronisasi: {url}',
    foot: 'E-mail ini dikirim oleh Bantubayar. Penerima diatur di Pengaturan, bagian Peringatan.',
  },
  en: {
    sync: { night: 'Nightly sync', scheduled: 'Scheduled sync', manual: 'Sync' },
    ended: {
      completed: 'finished',
      partial: 'finished',
      cancelled: 'cancelled',
      failed: 'FAILED, cannot go on',
    },
    paused: 'paused',
    skipped: 'did not begin',
    pause: {
      operator: 'by an operator',
      credentials: 'the payment service refuses the credentials',
      format_changed: 'the payment service has changed its format',
      outage: 'the payment service is out of order',
      database_refuses: 'the database takes no writes',
      queue_refuses: 'the queue takes no jobs',
    },
    failed: '{n} failed',
    kept: '{n} to review',
    fell: '{n} payments fell',
    by: 'Run {id}, started by {by}',
    start: 'Begin: {at}',
    end: 'End: {at} ({took})',
    minutes: '{n} min',
    seconds: '{n} s',
    students: 'Students: {n}',
    done: 'Processed so far: {done} of {n} students',
    updated: 'Changed: {n}',
    unchanged: 'Unchanged: {n}',
    failedRow: 'Failed: {n}',
    keptRow: 'Kept for review: {n}',
    paid: 'Payments that came in: {rp} of {n} students',
    fellRow: 'Payments that fell: {rp} of {n} students',
    todo: 'What needs a person:',
    todoFailed: '{n} students could not be fetched ({why})',
    todoKept: '{n} answers are doubtful and not applied; compare and decide',
    todoFell: 'Payments of {n} students fell; make sure that this is right',
    nothing: 'Nothing needs a person.',
    cancelledBy: 'Cancelled by {by}.',
    reason: 'Cause: {why}',
    goesOn: 'It goes on by itself once the cause is over; nothing needs to be done.',
    stands: 'It does not go on by itself: mend the cause, then press Resume on the synchronisation page.',
    skippedWhy: {
      active: 'Another run is active or paused, so the scheduled one was left out.',
      empty: 'No student is in the scope of the schedule; read the roster, or change the scope.',
    },
    details: 'Details: {url}',
    page: 'Synchronisation page: {url}',
    foot: 'Sent by Bantubayar. Receivers are set under Settings, section Alerts.',
  },
} as const;

export type EndStatus = keyof (typeof WORDS)['id']['ended'];

/** The words, numbers and times of a language. */
export function wordsIn(bahasa: Bahasa) {
  const locale = bahasa === 'id' ? 'id-ID' : 'en-GB';
  const number = new Intl.NumberFormat(locale);
  const time = new Intl.DateTimeFormat(locale, {
    ...{ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' },
    timeZone: env.SCHOOL_TIMEZONE,
  });
  return {
    words: WORDS[bahasa],
    number: (n: number) => number.format(n),
    rupiah: (n: number) => `Rp ${number.format(n)}`,
    at: (moment: Date) => time.format(moment),
    pause: (code: PauseCode) => WORDS[bahasa].pause[code],
    /** Sentences about failures are the API's own, in Indonesian; elsewhere their code says it. */
    reason: (code: FailureReasonCode) => (bahasa === 'id' ? failureMessage(code) : code.replaceAll('_', ' ')),
  };
}

/** `{name}` replaced by what is given for it. */
export const put = (text: string, given: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => given[name] ?? whole);
