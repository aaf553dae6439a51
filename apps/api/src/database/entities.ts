export { ApiTokenEntity } from '../auth/api-token.entity';
export { SessionEntity } from '../auth/session.entity';
export { UserEntity } from '../auth/user.entity';
export { SiswaEntity } from '../siswa/siswa.entity';
export { SyncRunEventEntity } from '../sync-pembayaran/run/sync-run-event.entity';
export { SyncRunSiswaEntity } from '../sync-pembayaran/ledger/sync-run-siswa.entity';
export { SyncRunEntity } from '../sync-pembayaran/run/sync-run.entity';
