import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import type { UmpanDto } from '@bantubayar/shared';
import { type INestApplication, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { DataSource } from 'typeorm';
import { ErrorFilter } from '../src/common/error.filter';
import { EdgePipe } from '../src/common/validation';
import { isLockConflict } from '../src/database/transaction';
import { DatabaseModule } from '../src/database/database.module';
import { UmpanModule } from '../src/umpan/umpan.module';
import { freshDatabase, scalar } from './database';
import { FeedCopy, storedText } from './feed-copy';
import { writersOn } from './feed-writers';

const KILLS = 1_000;
const WRITERS = 4;
const STUDENTS = 30;
const WRITE_EVERY_MS = 10;

@Module({ imports: [DatabaseModule, UmpanModule] })
class FeedAlone {}

async function startApi(): Promise<INestApplication> {
  const app = await NestFactory.create(FeedAlone, { logger: false, forceCloseConnections: true });
  app.useGlobalPipes(new EdgePipe());
  app.useGlobalFilters(new ErrorFilter());
  await app.listen(0, '127.0.0.1');
  return app;
}

describe('a reader of the feed that is killed again and again', () => {
  let dataSource: DataSource;
  let apis: INestApplication[];
  let urls: string[];

  beforeAll(async () => {
    dataSource = await freshDatabase();
    apis = await Promise.all([startApi(), startApi()]);
    urls = await Promise.all(apis.map((api) => api.getUrl()));
  });
  afterAll(async () => {
    await Promise.all(apis.map((api) => api.close()));
    await dataSource.destroy();
  });

  const whole = (below: number) => Math.floor(Math.random() * below);

  async function pageBehind(cursor: string | undefined, wait = 0, signal?: AbortSignal): Promise<UmpanDto> {
    const since = cursor === undefined ? '' : `&since=${cursor}`;
    const query = `limit=${1 + whole(300)}&wait=${wait}${since}`;
    const answer = await fetch(`${urls[whole(2)]}/admin/perubahan?${query}`, { signal });
    if (!answer.ok) throw new Error(await answer.text());
    return (await answer.json()) as UmpanDto;
  }

  /** How long an answer takes at present. */
  let usualMs = 10;

  /** Goes on from what was kept and keeps each page as a whole, until it is killed in the middle of one. */
  async function live(kept: FeedCopy): Promise<{ kept: FeedCopy; wasAtEnd: boolean }> {
    let wasAtEnd = false;
    for (let pages = whole(2); pages > 0; pages -= 1) {
      const begun = performance.now();
      const page = await pageBehind(kept.cursor);
      usualMs = 0.9 * usualMs + 0.1 * (performance.now() - begun);
      kept.take(page);
      wasAtEnd = !page.hasMore;
    }
    const death = AbortSignal.timeout(Math.round(Math.random() * usualMs));
    const half = kept.clone();
    await pageBehind(kept.cursor, whole(2), death).then(
      (page) => half.take(page),
      (error: unknown) => {
        if (!death.aborted) throw error;
      },
    );
    return { kept, wasAtEnd };
  }

  it(`has what the database has after ${KILLS} kills, each change once and in order, while ${WRITERS} write`, async () => {
    const writers = writersOn(dataSource, STUDENTS);
    await writers.begin();
    let [isOver, writes] = [false, 0];
    const writing = Array.from({ length: WRITERS }, async () => {
      while (!isOver) {
        await writers.writeOnce().catch((error: unknown) => {
          if (!isLockConflict(error)) throw error;
        });
        writes += 1;
        await sleep(whole(2 * WRITE_EVERY_MS));
      }
    });
    let [copy, atEnd] = [new FeedCopy(), 0];
    for (let kills = 0; kills < KILLS; kills += 1) {
      const { kept, wasAtEnd } = await live(copy);
      copy = kept;
      atEnd += Number(wasAtEnd);
    }
    isOver = true;
    await Promise.all(writing);

    for (let page = await pageBehind(copy.cursor); page.items.length > 0;) {
      copy.take(page);
      page = await pageBehind(copy.cursor);
    }
    expect(copy.text()).toBe(await storedText(dataSource));
    expect(String(copy.read)).toBe(await scalar(dataSource, 'SELECT COUNT(*) FROM pembayaran_change'));
    // It was often at the end, and some of what it read there was committed out of order: else nothing was put to the test.
    const late = await scalar(dataSource, 'SELECT COUNT(*) FROM pembayaran_change WHERE nomor <> id');
    expect(Math.min(writes, atEnd, Number(late))).toBeGreaterThan(KILLS / 20);
  }, 120_000);
});
