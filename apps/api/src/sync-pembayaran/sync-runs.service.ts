import {
  EstimateDto,
  Page,
  PerubahanPageDto,
  PerubahanQueryDto,
  ReasonCountDto,
  RunsQueryDto,
  SyncLogLineDto,
  SyncRunDetailDto,
  SyncRunDto,
  SyncRunPageDto,
  LedgerPageDto,
  LedgerQueryDto,
  LedgerRowDto,
  SyncScopeDto,
} from '@bantubayar/shared';
import { isEnded } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { idCursor, pageOf } from '../common/cursor';
import { toRun } from './run/progress.presenter';
import { PerubahanListRepository } from '../pembayaran/perubahan-list.repository';
import { SyncRunEventRepository } from './run/sync-run-event.repository';
import { LedgerListRepository } from './ledger/ledger-list.repository';
import { LedgerRepository } from './ledger/ledger.repository';
import type { SyncRunEntity } from './run/sync-run.entity';
import { SyncRunRepository } from './run/sync-run.repository';
import { siswaWhere } from '../siswa/siswa-where';
import { RunNotFoundError } from './sync-pembayaran.errors';

const RETRIES = 20;

/** The history of runs and their ledgers. */
@Injectable()
export class SyncRunsService {
  constructor(
    private readonly runs: SyncRunRepository,
    private readonly ledger: LedgerRepository,
    private readonly ledgerList: LedgerListRepository,
    private readonly events: SyncRunEventRepository,
    private readonly perubahan: PerubahanListRepository,
  ) {}

  async list({ limit, cursor, ...filter }: RunsQueryDto): Promise<SyncRunPageDto> {
    const place = idCursor('runs');
    const rows = await this.runs.page(filter, limit + 1, place.read(cursor));
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => place.of(id));
    return { items: await this.told(items), nextCursor };
  }

  async one(id: string): Promise<SyncRunDetailDto> {
    const run = await this.existing(id);
    const [told] = await this.told([run]);
    if (!isEnded(run.status)) return { ...told!, mended: 0, retryable: 0, retries: [] };
    const [open, all, retries] = await Promise.all([
      this.ledger.countScope({ retryOf: id, unmended: true }),
      this.ledger.countScope({ retryOf: id }),
      this.runs.page({ parentRunId: id }, RETRIES),
    ]);
    return { ...told!, mended: all - open, retryable: open, retries: await this.told(retries) };
  }

  async siswa(id: string, query: LedgerQueryDto): Promise<LedgerPageDto> {
    const run = await this.existing(id);
    const { limit: _, cursor: __, ...filter } = query;
    return { ...(await this.ledgerPage(run, query)), total: await this.ledgerList.count(run, filter) };
  }

  /** The same without the total, which an export has no use for. */
  async siswaPage(id: string, query: LedgerQueryDto): Promise<Page<LedgerRowDto>> {
    return this.ledgerPage(await this.existing(id), query);
  }

  async reasons(id: string): Promise<Page<ReasonCountDto>> {
    await this.existing(id);
    return { items: await this.ledgerList.reasons(id), nextCursor: null };
  }

  async perubahanOf(
    id: string,
    { limit, cursor, paid, turun, ...filter }: PerubahanQueryDto,
  ): Promise<PerubahanPageDto> {
    await this.existing(id);
    const place = idCursor(`runs/${id}/perubahan`);
    const before = place.read(cursor);
    const which = { runId: id, before, paid, turun, siswa: siswaWhere(filter) };
    const rows = await this.perubahan.page(which, limit + 1);
    return pageOf(rows, limit, (change) => place.of(change.id));
  }

  async log(id: string, after?: number): Promise<Page<SyncLogLineDto>> {
    await this.existing(id);
    return { items: await this.events.linesOf(id, after), nextCursor: null };
  }

  /** How many students a scope has, and about how long they take at the speed of the last run. */
  async estimate(scope: SyncScopeDto): Promise<EstimateDto> {
    const [total, last] = await Promise.all([this.ledger.countScope(scope), this.runs.lastCompleted()]);
    if (!last) return { total, seconds: null };
    const elapsedMs = last.finishedAt!.getTime() - last.startedAt!.getTime();
    return { total, seconds: Math.ceil((elapsedMs / last.total / 1000) * total) };
  }

  private async ledgerPage(
    run: SyncRunEntity,
    { limit, cursor, ...filter }: LedgerQueryDto,
  ): Promise<Page<LedgerRowDto>> {
    const place = idCursor(`runs/${run.id}/siswa`);
    const rows = await this.ledgerList.page(run, filter, limit + 1, place.read(cursor) ?? '0');
    return pageOf(rows, limit, ({ idperson }) => place.of(idperson));
  }

  private async told(runs: SyncRunEntity[]): Promise<SyncRunDto[]> {
    const reviews = await this.runs.openReviews(runs.map(({ id }) => id));
    return runs.map((run) => toRun(run, reviews.get(String(run.id)) ?? 0));
  }

  private async existing(id: string): Promise<SyncRunEntity> {
    const run = await this.runs.find(id);
    if (!run) throw new RunNotFoundError(id);
    return run;
  }
}
