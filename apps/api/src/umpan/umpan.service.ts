import type { UmpanDto, UmpanQueryDto } from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { encodeCursor, keyOf } from '../common/cursor';
import { InvalidInputError } from '../common/domain-error';
import { SharedAnswers } from '../common/shared-answers';
import { ChangeNews } from './change-news';
import { ChangeNumbers } from './change-numbers';
import { CursorExpiredError } from './umpan.errors';
import { toUmpanItem } from './umpan.presenter';
import { UmpanRepository } from './umpan.repository';

const LIST = 'perubahan';

/** The changes feed: what changed behind a reader's cursor, and waiting for more. */
@Injectable()
export class UmpanService {
  private readonly pages = new SharedAnswers<UmpanDto>();

  constructor(
    private readonly umpan: UmpanRepository,
    private readonly numbers: ChangeNumbers,
    private readonly news: ChangeNews,
  ) {}

  async read({ since, limit, wait }: UmpanQueryDto, closed: Promise<void>): Promise<UmpanDto> {
    if (since === 'now') {
      await this.numbers.handOut();
      return answerAt((await this.numbers.ends()).nomor);
    }
    const behind = since === undefined ? null : nomorOf(since);
    await this.numbers.handOutBehind(behind, limit);
    const page = await this.shared(behind, limit);
    if (page.items.length > 0 || wait === 0) return page;
    const end = nomorOf(page.cursor);
    await this.news.wait(end, wait * 1_000, closed);
    return this.shared(end, limit);
  }

  /** Who waits at the same place is answered together. */
  private shared(behind: string | null, limit: number): Promise<UmpanDto> {
    return this.pages.ask(`${behind}/${limit}`, () => this.page(behind, limit));
  }

  private async page(behind: string | null, limit: number): Promise<UmpanDto> {
    const from = behind ?? (await this.numbers.ends()).dibuang;
    const { rows, hasMore } = await this.umpan.behind(from, limit);
    // Afterwards, so that what was thinned while it was read is noticed.
    const { nomor, dibuang } = await this.numbers.ends();
    if (BigInt(from) < BigInt(dibuang) || BigInt(from) > BigInt(nomor)) {
      if (behind === null) return this.page(null, limit);
      throw new CursorExpiredError();
    }
    return { ...answerAt(rows.at(-1)?.nomor ?? from), items: rows.map(toUmpanItem), hasMore };
  }
}

const answerAt = (nomor: string): UmpanDto => ({
  items: [],
  cursor: encodeCursor(LIST, [String(nomor)]),
  hasMore: false,
});

function nomorOf(cursor: string): string {
  const key = keyOf(cursor, LIST, [isNomor]);
  if (key) return key[0]!;
  throw new InvalidInputError(
    'since tidak dikenal: harus cursor dari jawaban sebelumnya, atau "now"; tanpa since dimulai dari perubahan tertua',
    { since: ['must be the cursor of an answer before, or "now"'] },
  );
}

const isNomor = (value: unknown) => typeof value === 'string' && /^(0|[1-9]\d{0,18})$/.test(value);
