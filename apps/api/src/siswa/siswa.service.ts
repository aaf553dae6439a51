import type {
  Page,
  PageQueryDto,
  PerubahanPageDto,
  SiswaDetailDto,
  SiswaListItemDto,
  SiswaListQueryDto,
  SiswaPageDto,
  SyncRunSiswaDto,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { decodeCursor, nextCursor } from '../common/cursor';
import { PaymentSourceClient } from '../sisda/payment-source.client';
import { PaymentSourceError } from '../sisda/payment-source.errors';
import { PembayaranChangeRepository } from '../pembayaran/pembayaran-change.repository';
import { ResultWriter } from '../sync-pembayaran/run/result-writer';
import { cursorAfter } from './siswa-list.query';
import { SiswaLeftError, SiswaNotFoundError } from './siswa.errors';
import { toDetail, toListItem } from './siswa.presenter';
import { SiswaRepository } from './siswa.repository';

/** Students and their payments, for the pages. */
@Injectable()
export class SiswaService {
  constructor(
    private readonly siswa: SiswaRepository,
    private readonly source: PaymentSourceClient,
    private readonly results: ResultWriter,
    private readonly changed: PembayaranChangeRepository,
  ) {}

  async list(query: SiswaListQueryDto): Promise<SiswaPageDto> {
    return { ...(await this.page(query)), total: await this.siswa.count(query) };
  }

  async page(query: SiswaListQueryDto): Promise<Page<SiswaListItemDto>> {
    const rows = await this.siswa.page(query);
    const items = rows.slice(0, query.limit);
    const nextCursor = rows.length > query.limit ? cursorAfter(items.at(-1)!, query.sort) : null;
    return { items: items.map(toListItem), nextCursor };
  }

  async detail(idperson: string): Promise<SiswaDetailDto> {
    const siswa = await this.siswa.findWithPembayaran(idperson);
    if (!siswa) throw new SiswaNotFoundError(idperson);
    return toDetail(siswa, await this.siswa.findReview(idperson));
  }

  /** The history of a student's payments, newest first. */
  async changes(idperson: string, { limit, cursor }: PageQueryDto): Promise<PerubahanPageDto> {
    const before = cursor && String(decodeCursor(cursor, 1)[0]);
    const rows = await this.changed.page({ idperson, before }, limit + 1);
    return { items: rows.slice(0, limit), nextCursor: nextCursor(rows, limit, ({ id }) => id) };
  }

  /** Fetches one student now; a failure is an answer too, with its reason. */
  async syncOne(idperson: string): Promise<SyncRunSiswaDto> {
    const { leftAt } = await this.detail(idperson);
    if (leftAt) throw new SiswaLeftError(idperson);
    const startedAt = performance.now();
    const answer = await this.source.fetchPayments(idperson).catch((error: unknown) => {
      if (error instanceof PaymentSourceError) return error;
      throw error;
    });
    const durationMs = Math.round(performance.now() - startedAt);
    const end = await this.results.writeSingle({ idperson, attempts: 1, durationMs, answer });
    return { ...end, finishedAt: new Date().toISOString() };
  }
}
