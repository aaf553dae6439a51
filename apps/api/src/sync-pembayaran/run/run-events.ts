import type { LogLevel, PauseCode } from '@bantubayar/shared';
import type { SyncRunEntity } from './sync-run.entity';

/** A line for the activity log: an Indonesian sentence, and what a client needs to write its own. */
export interface RunEvent {
  level: LogLevel;
  code: string;
  message: string;
  params?: Record<string, string | number>;
}

const angka = new Intl.NumberFormat('id-ID');
const persen = (value: number) => angka.format(value);

export const runQueued = (by: string): RunEvent => ({
  level: 'info',
  code: 'run_queued',
  message: `Masuk antrean oleh ${by}`,
  params: { by },
});

export const runStarted = (by: string): RunEvent => ({
  level: 'info',
  code: 'run_started',
  message: `Sinkronisasi dimulai oleh ${by}`,
  params: { by },
});

export const runPrepared = (total: number): RunEvent => ({
  level: 'info',
  code: 'run_prepared',
  message: `${angka.format(total)} siswa akan diambil pembayarannya`,
  params: { total },
});

export const queueUnreachable = (): RunEvent => ({
  level: 'warning',
  code: 'queue_unreachable',
  message: 'Antrean belum dapat dihubungi; sinkronisasi dilanjutkan begitu antrean kembali',
});

export const milestone = (percent: number, processed: number, total: number): RunEvent => ({
  level: 'info',
  code: 'milestone',
  message: `${persen(percent)} % selesai: ${angka.format(processed)} dari ${angka.format(total)} siswa`,
  params: { percent, processed, total },
});

export const siswaFailed = (idperson: string, nama: string, reason: string, message: string): RunEvent => ({
  level: 'error',
  code: 'siswa_failed',
  message: `${nama} (${idperson}): ${message}`.slice(0, 500),
  params: { idperson, nama, reason },
});

export const failuresCapped = (limit: number): RunEvent => ({
  level: 'warning',
  code: 'failures_capped',
  message: `Lebih dari ${angka.format(limit)} siswa gagal; selebihnya ada di rincian run`,
  params: { limit },
});

/** Paused by somebody, or by itself for what `code` says. */
export const runPaused = (code: PauseCode, reason: string, by?: string): RunEvent => ({
  level: 'warning',
  code: 'run_paused',
  message: by ? `Dijeda oleh ${by}` : `Dijeda: ${reason}`,
  params: by ? { code, by } : { code, reason },
});

export const runResumed = (by: string): RunEvent => ({
  level: 'info',
  code: 'run_resumed',
  message: `Dilanjutkan oleh ${by}`,
  params: { by },
});

const RESUMED_AFTER = {
  outage: 'server pembayaran sudah menjawab lagi',
  database_refuses: 'database dapat ditulis lagi',
  queue_refuses: 'antrean menerima pekerjaan lagi',
} as const satisfies Partial<Record<PauseCode, string>>;

/** It went on by itself, once what had paused it was over. */
export const runResumedAfter = (code: keyof typeof RESUMED_AFTER): RunEvent => ({
  level: 'info',
  code: 'run_resumed',
  message: `Dilanjutkan: ${RESUMED_AFTER[code]}`,
  params: { code },
});

export const cancelRequested = (by: string): RunEvent => ({
  level: 'warning',
  code: 'cancel_requested',
  message: `Pembatalan diminta oleh ${by}`,
  params: { by },
});

export const runCancelled = (run: SyncRunEntity, percent: number): RunEvent => ({
  level: 'warning',
  code: 'run_cancelled',
  message: `Dibatalkan di ${persen(percent)} %: ${angka.format(run.processed)} dari ${angka.format(run.total)} siswa sudah tersimpan`,
  params: { processed: run.processed, total: run.total, percent },
});

export const runFailed = (reason: string): RunEvent => ({
  level: 'error',
  code: 'run_failed',
  message: `Sinkronisasi gagal: ${reason}`.slice(0, 500),
  params: { reason },
});

/** The last line of a run that reached its end. */
export function runFinished(run: SyncRunEntity): RunEvent {
  const seconds = Math.round((run.finishedAt!.getTime() - run.startedAt!.getTime()) / 1000);
  const { total, updated, unchanged, failed, skipped } = run;
  const parts = [
    `${angka.format(updated)} berubah`,
    `${angka.format(unchanged)} tetap`,
    ...(failed ? [`${angka.format(failed)} gagal`] : []),
    ...(skipped ? [`${angka.format(skipped)} dilewati`] : []),
  ];
  return {
    level: run.status === 'partial' ? 'warning' : 'success',
    code: `run_${run.status}`,
    message: `Selesai dalam ${angka.format(seconds)} detik: ${angka.format(total)} siswa, ${parts.join(', ')}`,
    params: { total, updated, unchanged, failed, skipped, seconds },
  };
}
