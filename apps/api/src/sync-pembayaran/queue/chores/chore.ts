import type { SyncRunEntity } from '../../run/sync-run.entity';

/** Something that every worker does every second; any number of workers may do it at once. `run` is the active one. */
export interface Chore {
  tend(run: SyncRunEntity | null): Promise<void>;
}
