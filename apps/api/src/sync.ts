import 'reflect-metadata';
import { setTimeout as sleep } from 'node:timers/promises';
import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { isEnded, type RunStatus, StartSyncDto, type SyncProgressDto } from '@bantubayar/shared';
import { NestFactory } from '@nestjs/core';
import { DomainError } from './common/domain-error';
import { validationPipe } from './common/validation';
import { runProgram } from './run-program';
import { SyncCommandModule } from './sync-command.module';
import { SyncPembayaranService } from './sync-pembayaran/sync-pembayaran.service';
import { SyncProgressService } from './sync-pembayaran/run/sync-progress.service';

const USAGE = 'Usage: npm run sync -- [--lembaga NAME] [--kelas NAME] [--failed-of RUN] [--queue] [--json]';
const LOOK_EVERY_MS = 500;
const BAR_WIDTH = 30;

/** A run from the terminal: exits 0 when it completed, 1 otherwise. Ending this command does not end the run. */
async function main(): Promise<void> {
  const options = readOptions();
  const app = await NestFactory.createApplicationContext(SyncCommandModule, {
    logger: ['error'],
    abortOnError: false,
  });
  try {
    const body = (await validationPipe.transform(options.body, {
      type: 'body',
      metatype: StartSyncDto,
    })) as StartSyncDto;
    const { runId } = await app.get(SyncPembayaranService).start(body, `${userInfo().username} (terminal)`);
    const end = await follow(
      app.get(SyncProgressService),
      runId!,
      options.json ? () => undefined : drawBar(),
    );
    console.log(options.json ? JSON.stringify(end) : `\n${end.log.at(-1)?.message ?? end.status}`);
    process.exitCode = end.status === 'completed' ? 0 : 1;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message, details } = error;
    console.error(options.json ? JSON.stringify({ code, message, details }) : message);
    process.exitCode = 1;
  } finally {
    await app.close();
  }
}

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        lembaga: { type: 'string' },
        kelas: { type: 'string' },
        'failed-of': { type: 'string' },
        queue: { type: 'boolean' },
        json: { type: 'boolean', default: false },
      },
    });
    const { lembaga, kelas, 'failed-of': failedOf, queue, json } = values;
    const scope = Object.fromEntries(
      Object.entries({ lembaga, kelas, failedOf }).filter(([, value]) => value),
    );
    return { body: { scope, queue }, json };
  } catch (error) {
    console.error(`${(error as Error).message}\n${USAGE}`);
    process.exit(1);
  }
}

async function follow(
  progress: SyncProgressService,
  runId: string,
  show: (now: SyncProgressDto) => void,
): Promise<SyncProgressDto> {
  for (;;) {
    const now = await progress.ofId(runId);
    show(now);
    if (isEnded(now.status as RunStatus)) return now;
    await sleep(LOOK_EVERY_MS);
  }
}

/** A bar that stays on its line; where the output is no terminal, a line whenever something moved. */
function drawBar(): (now: SyncProgressDto) => void {
  let last = '';
  return ({ status, percent, processed, total, failed, etaSeconds, pauseReason, activeWorkers }) => {
    const filled = Math.floor((percent / 100) * BAR_WIDTH);
    const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled);
    const eta = etaSeconds === null ? '' : `, ~${etaSeconds} s`;
    const why = pauseReason ?? (activeWorkers === 0 ? 'no worker is alive' : '');
    const line = `${bar} ${percent.toFixed(1).padStart(5)} %  ${processed}/${total}, ${failed} failed${eta}  ${status} ${why}`;
    if (line === last) return;
    last = line;
    process.stdout.write(process.stdout.isTTY ? `\r\x1b[2K${line}` : `${line}\n`);
  };
}

runProgram(main);
