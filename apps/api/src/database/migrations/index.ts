import { CreateAuthTables1795300000000 } from './1795300000000-create-auth-tables';
import { CreateSiswaTable1795300001000 } from './1795300001000-create-siswa-table';
import { CreateSyncTables1795300002000 } from './1795300002000-create-sync-tables';
import { CreateSyncSchedule1795300003000 } from './1795300003000-create-sync-schedule';
import { TrackChanges1795300004000 } from './1795300004000-track-changes';
import { SumChanges1795300005000 } from './1795300005000-sum-changes';
import { ThinLedgers1795300006000 } from './1795300006000-thin-ledgers';
import { NoteLastLogin1795300007000 } from './1795300007000-note-last-login';
import { CreateAuditLog1795300008000 } from './1795300008000-create-audit-log';
import { MendScheduleScope1795300009000 } from './1795300009000-mend-schedule-scope';
import { TellIdentitiesApart1795300013000 } from './1795300013000-tell-identities-apart';
import { EndIdleSessions1795300014000 } from './1795300014000-end-idle-sessions';
import { LetTokensHaveOwners1795300015000 } from './1795300015000-let-tokens-have-owners';
import { NoteBeforeItIsDone1795300016000 } from './1795300016000-note-before-it-is-done';
import { WatchFormats1795300020000 } from './1795300020000-watch-formats';
import { KeepPaymentsAsText1795300021000 } from './1795300021000-keep-payments-as-text';
import { IndexGroups1795300022000 } from './1795300022000-index-groups';
import { OweByBill1795300023000 } from './1795300023000-owe-by-bill';
import { TellWhatFell1795300024000 } from './1795300024000-tell-what-fell';
import { SaveCredentials1795300025000 } from './1795300025000-save-credentials';
import { NoteContacts1795300026000 } from './1795300026000-note-contacts';
import { KeepTheTextToParents1795300027000 } from './1795300027000-keep-the-text-to-parents';
import { TellSessionsApart1795300028000 } from './1795300028000-tell-sessions-apart';
import { TellKindsOfChanges1795300029000 } from './1795300029000-tell-kinds-of-changes';
import { NumberChanges1795300030000 } from './1795300030000-number-changes';
import { TellThePace1795300034000 } from './1795300034000-tell-the-pace';
import { CreateWebhooks1795300035000 } from './1795300035000-create-webhooks';
import { IndexPaymentsByDay1795300036000 } from './1795300036000-index-payments-by-day';
import { CountAhead1795300037000 } from './1795300037000-count-ahead';
import { FindWords1795300038000 } from './1795300038000-find-words';
import { StageRosters1795300039000 } from './1795300039000-stage-rosters';
import { IndexRuns1795300042000 } from './1795300042000-index-runs';
import { SendLetters1795300045000 } from './1795300045000-send-letters';
import { FindNumbers1795300046000 } from './1795300046000-find-numbers';
import { DeriveAnew1795300047000 } from './1795300047000-derive-anew';

export const migrations = [
  CreateAuthTables1795300000000,
  CreateSiswaTable1795300001000,
  CreateSyncTables1795300002000,
  CreateSyncSchedule1795300003000,
  TrackChanges1795300004000,
  SumChanges1795300005000,
  ThinLedgers1795300006000,
  NoteLastLogin1795300007000,
  CreateAuditLog1795300008000,
  MendScheduleScope1795300009000,
  TellIdentitiesApart1795300013000,
  EndIdleSessions1795300014000,
  LetTokensHaveOwners1795300015000,
  NoteBeforeItIsDone1795300016000,
  WatchFormats1795300020000,
  KeepPaymentsAsText1795300021000,
  IndexGroups1795300022000,
  OweByBill1795300023000,
  TellWhatFell1795300024000,
  SaveCredentials1795300025000,
  NoteContacts1795300026000,
  KeepTheTextToParents1795300027000,
  TellSessionsApart1795300028000,
  TellKindsOfChanges1795300029000,
  NumberChanges1795300030000,
  TellThePace1795300034000,
  CreateWebhooks1795300035000,
  IndexPaymentsByDay1795300036000,
  CountAhead1795300037000,
  FindWords1795300038000,
  StageRosters1795300039000,
  IndexRuns1795300042000,
  SendLetters1795300045000,
  FindNumbers1795300046000,
  DeriveAnew1795300047000,
];
