import type { ProgressStatus, RunStatus, SyncScopeDto, SyncStateDto } from '@bantubayar/shared';
import { DomainError, NotFoundError } from '../common/domain-error';

export class SyncAlreadyRunningError extends DomainError<'sync_already_running'> {
  constructor(run: SyncStateDto) {
    super(
      409,
      'sync_already_running',
      `Sinkronisasi oleh ${run.startedBy} sedang berjalan (${run.percent.toLocaleString('id-ID')} %)`,
      { run },
    );
  }
}

export class NoStudentsError extends DomainError<'no_students'> {
  constructor(scope: SyncScopeDto) {
    super(422, 'no_students', 'Tidak ada siswa dalam cakupan ini', { scope });
  }
}

export class SyncNotRunningError extends DomainError<'sync_not_running'> {
  constructor() {
    super(409, 'sync_not_running', 'Tidak ada sinkronisasi yang sedang berjalan');
  }
}

export class SyncNotPausableError extends DomainError<'sync_not_pausable'> {
  constructor(status: ProgressStatus) {
    super(409, 'sync_not_pausable', 'Sinkronisasi hanya dapat dijeda saat sedang berjalan', { status });
  }
}

export class SyncNotPausedError extends DomainError<'sync_not_paused'> {
  constructor(status: ProgressStatus) {
    super(409, 'sync_not_paused', 'Sinkronisasi ini tidak sedang dijeda', { status });
  }
}

export class SyncRunningError extends DomainError<'sync_running'> {
  constructor(runId: string, status: RunStatus) {
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

export class RunNotRetryableError extends DomainError<'run_not_retryable'> {
  constructor(id: string, status: RunStatus) {
    super(409, 'run_not_retryable', 'Run yang belum berakhir tidak dapat diulang', { id, status });
  }
}

export class RunNotQueuedError extends DomainError<'run_not_queued'> {
  constructor(id: string, status: RunStatus) {
    super(409, 'run_not_queued', 'Run ini tidak sedang mengantre', { id, status });
  }
}
