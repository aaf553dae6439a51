import type {
  EstimateDto,
  Page,
  PageQueryDto,
  PerubahanPageDto,
  PerubahanQueryDto,
  ReasonCountDto,
  SyncLogLineDto,
  SyncRunDto,
  SyncRunPageDto,
  LedgerPageDto,
  LedgerQueryDto,
  SyncScopeDto,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { idCursor, pageOf } from '../common/cursor';
import { toRun } from './run/progress.presenter';
import { PerubahanRepository } from '../pembayaran/perubahan.repository';
import { SyncRunEventRepository } from './run/sync-run-event.repository';
import { LedgerRepository } from './ledger/ledger.repository';
import type { SyncRunEntity } from './run/sync-run.entity';
import { SyncRunRepository } from './run/sync-run.repository';
import { siswaWhere } from '../siswa/siswa-where';
import { RunNotFoundError } from './sync-pembayaran.errors';

/** The history of runs and their ledgers. */
@Injectable()
export class SyncRunsService {
  constructor(
    private readonly runs: SyncRunRepository,
    private readonly ledger: LedgerRepository,
    private readonly events: SyncRunEventRepository,
    private readonly perubahan: PerubahanRepository,
  ) {}

  async list({ limit, cursor }: PageQueryDto): Promise<SyncRunPageDto> {
    const place = idCursor('runs');
    const rows = await this.runs.page(limit + 1, place.read(cursor));
    const { items, nextCursor } = pageOf(rows, limit, ({ id }) => place.of(id));
    const reviews = await this.runs.openReviews(items.map(({ id }) => id));
    return { items: items.map((run) => toRun(run, reviews.get(String(run.id)) ?? 0)), nextCursor };
  }

  async one(id: string): Promise<SyncRunDto> {
    const run = await this.existing(id);
    return toRun(run, (await this.runs.openReviews([id])).get(id) ?? 0);
  }

  async siswa(id: string, { limit, cursor, ...filter }: LedgerQueryDto): Promise<LedgerPageDto> {
    const run = await this.existing(id);
    const place = idCursor(`runs/${id}/siswa`);
    const rows = await this.ledger.page(run, filter, limit + 1, place.read(cursor) ?? '0');
    return pageOf(rows, limit, ({ idperson }) => place.of(idperson));
  }

  async reasons(id: string): Promise<Page<ReasonCountDto>> {
    await this.existing(id);
    return { items: await this.ledger.reasons(id), nextCursor: null };
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

  private async existing(id: string): Promise<SyncRunEntity> {
    const run = await this.runs.find(id);
    if (!run) throw new RunNotFoundError(id);
    return run;
  }
}
