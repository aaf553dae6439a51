import 'reflect-metadata';
import { createWriteStream } from 'node:fs';
import { userInfo } from 'node:os';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify';
import type { DataSource } from 'typeorm';
import { AuditRepository } from './audit/audit.repository';
import { env } from './config/env';
import { StartError } from './config/start-error';
import { connectDatabase } from './database/connect';
import { databaseOptions } from './database/database.options';
import type { ImportLine, ImportReport } from './impor/import-report';
import { LaravelImport } from './impor/laravel-import';
import { LaravelSource } from './impor/laravel-source';
import { PembayaranRepository } from './pembayaran/pembayaran.repository';
import { PembayaranWriter } from './pembayaran/pembayaran-writer';
import { PerubahanRepository } from './pembayaran/perubahan.repository';
import { ReviewRepository } from './pembayaran/review.repository';
import { TagihanTerbukaRepository } from './pembayaran/tagihan-terbuka.repository';
import { runProgram } from './run-program';

const USAGE = `Usage: npm run import:laravel -- --url ADDRESS [--apply] [--report FILE] [--timezone ZONE]
  Brings over students and payments of the former Laravel application; without --apply it only says what it would do.
  --url       of its database, written as DATABASE_URL is; a user with the right to read is enough
  --report    writes what becomes of each row: FILE.csv or FILE.ndjson
  --timezone  the zone of the times there (APP_TIMEZONE), ${env.SCHOOL_TIMEZONE} unless it is given`;

/** An import from the terminal: exits 0 when all was read, also where rows were left. */
async function main(): Promise<void> {
  const { url, apply, report: file, timezone } = readOptions();
  const source = await LaravelSource.open(url, timezone);
  try {
    const dataSource = await connectDatabase({ ...databaseOptions, entities: [] });
    try {
      const report = await importFrom(source, dataSource, apply);
      if (file !== undefined) await write(file, report.lines);
      tell(report, apply);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await source.close();
  }
}

/** As every deed: noted before it is done. */
async function importFrom(
  source: LaravelSource,
  dataSource: DataSource,
  apply: boolean,
): Promise<ImportReport> {
  const oleh = `${userInfo().username} (terminal)`;
  const payments = new PembayaranRepository(new TagihanTerbukaRepository());
  const writer = new PembayaranWriter(payments, new PerubahanRepository(), new ReviewRepository());
  const run = () => new LaravelImport(source, dataSource, writer, { apply, oleh }).run();
  if (!apply) return run();
  const audit = new AuditRepository(dataSource);
  const intent = { actor: oleh, actorKind: 'user', action: 'data_imported', target: null } as const;
  const entry = await audit.begin(intent);
  const report = await run();
  await audit.complete(entry, { target: null, details: report.counts() });
  return report;
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        url: { type: 'string' },
        apply: { type: 'boolean', default: false },
        report: { type: 'string' },
        timezone: { type: 'string', default: env.SCHOOL_TIMEZONE },
      },
    });
    const { url, report, timezone } = values;
    if (!url) throw new Error('--url is missing: which database is it?');
    if (report !== undefined && !/\.(csv|ndjson)$/.test(report))
      throw new Error(`--report: given "${report}", allowed is a name that ends in .csv or .ndjson`);
    new Intl.DateTimeFormat('en', { timeZone: timezone });
    return { ...values, url };
  } catch (error) {
    throw new StartError(`${(error as Error).message}\n${USAGE}`);
  }
}

async function write(file: string, lines: readonly ImportLine[]): Promise<void> {
  const rows = Readable.from(lines);
  const format = file.endsWith('.csv')
    ? stringify({ header: true, bom: true, escape_formulas: true })
    : async function* (all: AsyncIterable<ImportLine>) {
        for await (const line of all) yield `${JSON.stringify(line)}\n`;
      };
  await pipeline(rows, format as NodeJS.ReadWriteStream, createWriteStream(file));
}

function tell(report: ImportReport, apply: boolean): void {
  for (const [what, count] of Object.entries(report.counts()))
    console.log(`${String(count).padStart(8)}  ${what}`);
  console.log(
    apply
      ? 'Done. Read the list of students next (npm start, Sync Data Siswa), which tells who has left since.'
      : 'Nothing was written: --apply takes what is marked so, --report FILE.csv tells of each row.',
  );
}

runProgram(main);
