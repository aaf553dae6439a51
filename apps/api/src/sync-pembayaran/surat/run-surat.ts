import { ENDED_STATUSES, type RunStatus, SCHEDULE_OWNER } from '@bantubayar/shared';
import type { EntityManager } from 'typeorm';
import { env } from '../../config/env';
import { withdrawLetters, type Want, writeLetters } from '../../surel/outbox';
import { SyncRunEntity } from '../run/sync-run.entity';
import { factsOf, keptOf } from './run-facts';
import { endLetter, pauseLetter, skipLetter } from './run-letter';

/** A pause that is over sooner wakes nobody. */
const PAUSE_STANDS_AFTER_SECONDS = 60;

const pausesOf = (runId: string) => `jeda:${runId}:`;

/** Writes letters about where a run has come to, in the transaction that brought it there. */
export async function writeOfRun(manager: EntityManager, run: SyncRunEntity): Promise<void> {
  if (!env.SMTP_URL) return;
  const { id, status } = run;
  if (status !== 'paused') await withdrawLetters(manager, pausesOf(id));
  else if (run.pauseCode !== 'operator') await writeOfPause(manager, run);
  if (isEnd(status)) await writeOfEnd(manager, run);
}

/** That the schedule's time came and nothing began: `at` is that time. */
export function writeOfSkipped(manager: EntityManager, at: Date, why: 'active' | 'empty'): Promise<void> {
  return writeLetters(manager, {
    ...{ type: 'surat.segera', once: `lewat:${at.toISOString()}`, wanted: ['segera'], ofAllRuns: false },
    letter: (bahasa) => skipLetter(why, bahasa),
  });
}

function writeOfPause(manager: EntityManager, run: SyncRunEntity): Promise<void> {
  return writeLetters(manager, {
    ...{ type: 'surat.segera', once: `${pausesOf(run.id)}${run.pauseCode}`, wanted: ['segera'] },
    ...{ ofAllRuns: isByHand(run), inSeconds: PAUSE_STANDS_AFTER_SECONDS },
    letter: async (bahasa) => pauseLetter(await factsOf(manager, run), bahasa),
  });
}

async function writeOfEnd(manager: EntityManager, run: SyncRunEntity): Promise<void> {
  await writeLetters(manager, {
    ...{ type: 'surat.ringkasan', once: `akhir:${run.id}`, wanted: await wantedOf(manager, run) },
    ofAllRuns: isByHand(run),
    letter: async (bahasa) => endLetter(await factsOf(manager, run), bahasa),
  });
}

/** Whoever wants to be told at once has not been told of a run that failed; what ended well and whole is for few. */
async function wantedOf(manager: EntityManager, run: SyncRunEntity): Promise<Want[]> {
  if (run.status === 'failed') return ['selalu', 'bila_perlu', 'segera'];
  const needsPerson = run.failed > 0 || run.fellSiswa > 0 || (await keptOf(manager, run.id)) > 0;
  return needsPerson && run.status !== 'cancelled' ? ['selalu', 'bila_perlu'] : ['selalu'];
}

const isEnd = (status: RunStatus) => (ENDED_STATUSES as readonly RunStatus[]).includes(status);
const isByHand = ({ startedBy }: SyncRunEntity) => startedBy !== SCHEDULE_OWNER;
