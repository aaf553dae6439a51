import type {
  Page,
  PageQueryDto,
  PerubahanPageDto,
  SiswaListItemDto,
  SiswaListQueryDto,
  SiswaPageDto,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { idCursor, pageOf } from '../common/cursor';
import { DatabaseClock } from '../common/database-clock';
import { PerubahanListRepository } from '../pembayaran/perubahan-list.repository';
import { cursorAfter, type SiswaQuery } from './siswa-list.query';
import { SiswaNotFoundError } from './siswa.errors';
import { toDetailText, toListItem } from './siswa.presenter';
import { SiswaRepository } from './siswa.repository';

/** Students and their payments, for the pages. */
@Injectable()
export class SiswaService {
  constructor(
    private readonly siswa: SiswaRepository,
    private readonly perubahan: PerubahanListRepository,
    private readonly clock: DatabaseClock,
  ) {}

  async list(query: SiswaListQueryDto): Promise<SiswaPageDto> {
    const { sort: _, limit: __, cursor: ___, ...filter } = query;
    return { ...(await this.page(query)), total: await this.siswa.count(filter) };
  }

  async page(query: SiswaQuery): Promise<Page<SiswaListItemDto>> {
    const rows = await this.siswa.page(query);
    const today = await this.clock.today();
    const { items, nextCursor } = pageOf(rows, query.limit, (last) => cursorAfter(last, query.sort));
    return { items: items.map((each) => toListItem(each, today)), nextCursor };
  }

  /** The JSON text of a SiswaDetailDto. */
  async detail(idperson: string): Promise<string> {
    const siswa = await this.siswa.findWithPembayaran(idperson);
    if (!siswa) throw new SiswaNotFoundError(idperson);
    return toDetailText(siswa, await this.siswa.findReview(idperson), await this.clock.today());
  }

  /** The history of a student's payments, newest first. */
  async perubahanOf(idperson: string, { limit, cursor }: PageQueryDto): Promise<PerubahanPageDto> {
    const place = idCursor(`siswa/${idperson}/perubahan`);
    const rows = await this.perubahan.page({ idperson, before: place.read(cursor) }, limit + 1);
    return pageOf(rows, limit, ({ id }) => place.of(id));
  }
}
