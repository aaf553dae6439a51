import { CreateAuthTables1795300000000 } from './1795300000000-create-auth-tables';
import { CreateSiswaTable1795300001000 } from './1795300001000-create-siswa-table';
import { CreateSyncTables1795300002000 } from './1795300002000-create-sync-tables';
import { CreateSyncSchedule1795300003000 } from './1795300003000-create-sync-schedule';
import { TrackChanges1795300004000 } from './1795300004000-track-changes';

export const migrations = [
  CreateAuthTables1795300000000,
  CreateSiswaTable1795300001000,
  CreateSyncTables1795300002000,
  CreateSyncSchedule1795300003000,
  TrackChanges1795300004000,
];
