import type { SyncProgressDto } from '@bantubayar/shared';
import { DomainError, NotFoundError } from '../common/domain-error';

export class SyncAlreadyRunningError extends DomainError {
  constructor(run: Omit<SyncProgressDto, 'log'>) {
    super(
      409,
      'sync_already_running',
      `Sinkronisasi oleh ${run.startedBy} sedang berjalan (${run.percent} %)`,
      { run },
    );
  }
}

export class NoStudentsError extends DomainError {
  constructor(scope: object) {
    super(422, 'no_students', 'Tidak ada siswa dalam cakupan ini', { scope });
  }
}

export class SyncNotRunningError extends DomainError {
  constructor() {
    super(409, 'sync_not_running', 'Tidak ada sinkronisasi yang sedang berjalan');
  }
}

export class SyncNotPausableError extends DomainError {
  constructor(status: string) {
    super(409, 'sync_not_pausable', 'Sinkronisasi hanya dapat dijeda saat sedang berjalan', { status });
  }
}

export class SyncNotPausedError extends DomainError {
  constructor(status: string) {
    super(409, 'sync_not_paused', 'Sinkronisasi ini tidak sedang dijeda', { status });
  }
}

export class SyncRunningError extends DomainError {
  constructor(runId: string, status: string) {
    super(409, 'sync_running', 'Sinkronisasi masih berjalan; batalkan dahulu sebelum reset', {
      runId,
      status,
    });
  }
}

export class RunNotFoundError extends NotFoundError {
  constructor(id: string) {
    super(`Run ${id} tidak ditemukan`, { id });
  }
}

export class RunNotRetryableError extends DomainError {
  constructor(id: string, status: string) {
    super(409, 'run_not_retryable', 'Run yang belum berakhir tidak dapat diulang', { id, status });
  }
}

export class RunNotQueuedError extends DomainError {
  constructor(id: string, status: string) {
    super(409, 'run_not_queued', 'Run ini tidak sedang mengantre', { id, status });
  }
}
