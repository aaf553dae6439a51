import type {
  RingkasanTunggakanListDto,
  RingkasanTunggakanQueryDto,
  TunggakanDto,
  TunggakanPageDto,
  TunggakanQueryDto,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { pageOf } from '../common/cursor';
import { TunggakanRepository, type TunggakanRow } from './tunggakan.repository';

/** What is owed today, for the pages. */
@Injectable()
export class TunggakanService {
  constructor(private readonly tunggakan: TunggakanRepository) {}

  async page({ limit, cursor, ...filter }: TunggakanQueryDto): Promise<TunggakanPageDto> {
    const rows = await this.tunggakan.page(filter, limit + 1, cursor);
    const { items, nextCursor } = pageOf(rows, limit, (last) => this.tunggakan.cursorAfter(last));
    return { items: items.map(withoutPlace), nextCursor };
  }

  async ringkasan({ kelompok, ...filter }: RingkasanTunggakanQueryDto): Promise<RingkasanTunggakanListDto> {
    return { items: await this.tunggakan.ringkasan(kelompok, filter), nextCursor: null };
  }
}

function withoutPlace({ nomor: _, ...bill }: TunggakanRow): TunggakanDto {
  return bill;
}
