import { setTimeout as sleep } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { DomainError } from '../src/common/domain-error';
import { PembayaranWriter } from '../src/pembayaran/pembayaran-writer';
import { PerubahanRepository, type Uang } from '../src/pembayaran/perubahan.repository';
import { readPayments } from '../src/sisda/sisda.reader';
import { ROSTER_FIELDS, type RosterRow } from '../src/sisda/sisda-roster.reader';
import { RosterStage } from '../src/siswa/roster-stage';
import { RosterRepository } from '../src/siswa/roster.repository';
import { ReviewService } from '../src/sync-pembayaran/review/review.service';
import { ResultWriter } from '../src/sync-pembayaran/run/result-writer';
import { RunCounter } from '../src/sync-pembayaran/run/run-counter';
import { storesOn } from './stores';

const whole = (below: number) => Math.floor(Math.random() * below);

/** Some processes are slow between noting a change and committing it: whoever notes one later may be told of first. */
class LingeringPerubahan extends PerubahanRepository {
  override async note(...args: Parameters<PerubahanRepository['note']>): Promise<Uang> {
    const uang = await super.note(...args);
    if (whole(4) === 0) await sleep(whole(80));
    return uang;
  }
}

/** Everything that changes students, each at random, through what the product itself does it with. */
export function writersOn(dataSource: DataSource, students: number) {
  const stores = storesOn(dataSource);
  const perubahan = new LingeringPerubahan();
  const payments = new PembayaranWriter(stores.pembayaran, perubahan, stores.kept);
  const writer = new ResultWriter(
    dataSource,
    payments,
    stores.ledger,
    new RunCounter(stores.events, stores.moves),
  );
  const reviews = new ReviewService(dataSource, stores.pembayaran, perubahan, stores.kept);
  const rosters = new RosterRepository(dataSource, new RosterStage(dataSource));
  const ids = Array.from({ length: students }, (_, index) => String(index + 1));
  const someone = () => ids[whole(students)]!;

  /** Some bills of one or two years, each paid to some part; a year less is kept for review. */
  function answerOf(idperson: string) {
    const items = () =>
      Array.from({ length: 1 + whole(3) }, (_, n) => ({
        ...{ unit_id: String(n), unit_name: `Bulan ${n}`, amount_paid: 100, amount_billed: 25 * whole(5) },
      }));
    const years = whole(4) === 0 ? ['20252026'] : ['20252026', '20262027'];
    const periods = years.map((period_id) => ({
      period_id,
      categories: [{ category_name: 'SPP', items: items() }],
    }));
    return readPayments(
      { text: JSON.stringify({ data: [{ idperson, saldo: 0, periods }] }), isWhole: true },
      idperson,
    );
  }

  const resultOf = (idperson: string) => ({
    idperson,
    attempts: 1,
    durationMs: 1,
    answer: answerOf(idperson),
  });

  function row(idperson: string): RosterRow {
    const empty = Object.fromEntries(ROSTER_FIELDS.map((field) => [field, null]));
    return { ...empty, idperson, nama: `Siswa ${idperson}`, KelasFormal: `${7 + whole(3)}A` } as RosterRow;
  }

  async function runOverSome(): Promise<void> {
    const idpersons = [...new Set(Array.from({ length: 5 }, someone))];
    await writer.writeOfRun(runId, idpersons.map(resultOf));
    await dataSource.query(
      "UPDATE sync_run_siswa SET outcome = 'pending' WHERE run_id = ? AND idperson IN (?)",
      [runId, idpersons],
    );
  }

  /** Somebody accepts an answer that was kept; perhaps somebody else is at it. */
  async function acceptOne(): Promise<void> {
    const [kept] = await dataSource.query<{ idperson: string }[]>(
      'SELECT idperson FROM pembayaran_review ORDER BY RAND() LIMIT 1',
    );
    if (!kept) return;
    await reviews.decide({ idperson: String(kept.idperson) }, true).catch((error: unknown) => {
      if (!(error instanceof DomainError)) throw error;
    });
  }

  const readRoster = () => rosters.apply(ids.filter(() => whole(10) > 0).map(row), true, 'Siti');

  let runId = '';
  return {
    /** Everybody on the roster, and a run that takes results of each again and again. */
    async begin(): Promise<void> {
      await rosters.apply(ids.map(row), true, null);
      runId = (await stores.runningRun()).id;
      await dataSource.query('UPDATE sync_run SET total = 1000000 WHERE id = ?', [runId]);
    },

    async writeOnce(): Promise<void> {
      const deed = whole(20);
      if (deed === 0) await readRoster();
      else if (deed < 5) await acceptOne();
      else if (deed < 12) await writer.writeSingle(resultOf(someone()));
      else await runOverSome();
    },
  };
}
