import { Logger } from '@nestjs/common';
import type { Job } from 'bull';
import type { PaymentSourceClient } from '../../sisda/payment-source.client';
import { errorOfStatus, PaymentSourceError, RequestAbandonedError } from '../../sisda/payment-source.errors';
import type { SiswaJob } from '../run/sync.queues';
import type { RequestSlots, Slot } from './request-slots';
import type { RunGate } from './run-gate';
import type { RunPauser } from './run-pauser';
import { SiswaProcessor } from './siswa.processor';
import type { WriteBatcher } from './write-batcher';

const ANSWER = { pembayaran: '[]', durationMs: 110 };
const TRIES = 3;

describe("a student's job", () => {
  const gate = { pass: jest.fn() };
  const slots = { hold: jest.fn() };
  const slot = { note: jest.fn(), free: jest.fn() };
  const source = { fetchChanged: jest.fn() };
  const batcher = { save: jest.fn(), room: jest.fn(), expect: jest.fn() };
  const pauser = { pausesRun: jest.fn(), noteSuccess: jest.fn() };
  const processor = new SiswaProcessor(
    gate as unknown as RunGate,
    slots as unknown as RequestSlots,
    source as unknown as PaymentSourceClient,
    batcher as unknown as WriteBatcher,
    pauser as unknown as RunPauser,
  );

  beforeEach(() => {
    jest.resetAllMocks();
    gate.pass.mockImplementation((_: string, request: (permit: object) => unknown) =>
      request({ resumes: 0 }),
    );
    slots.hold.mockImplementation((_: object, request: (slot: Slot) => unknown) => request(slot));
    source.fetchChanged.mockResolvedValue(ANSWER);
    batcher.expect.mockImplementation((result: unknown) => result);
    pauser.pausesRun.mockResolvedValue(false);
  });

  const job = (attemptsMade = 0) =>
    ({
      ...{ data: { runId: '7', idperson: '12', hash: 'ab' }, attemptsMade, opts: { attempts: TRIES } },
      update: jest.fn(),
    }) as unknown as Job<SiswaJob> & { update: jest.Mock };
  const failsWith = (error: Error) => source.fetchChanged.mockRejectedValue(error);

  it('fetches, saves, is done', async () => {
    await processor.process(job(1));
    expect(source.fetchChanged).toHaveBeenCalledWith('12', 'ab', { resumes: 0 }, slot.free);
    expect(batcher.save.mock.calls).toEqual([
      ['7', { idperson: '12', answer: ANSWER, attempts: 2, durationMs: expect.any(Number), resumes: 0 }],
    ]);
    expect(pauser.noteSuccess).toHaveBeenCalledWith('12');
    expect(slot.note.mock.calls).toEqual([[{ ms: 110 }]]);
  });

  it('is not done before its result is saved', async () => {
    batcher.save.mockRejectedValue(new Error('not committed'));
    await expect(processor.process(job())).rejects.toThrow('not committed');
  });

  it('asks nothing while there is too much to be written', async () => {
    batcher.room.mockRejectedValue(new Error('full'));
    await expect(processor.process(job())).rejects.toThrow('full');
    expect(gate.pass).not.toHaveBeenCalled();
  });

  it('asks nothing and saves nothing where its run may not ask', async () => {
    gate.pass.mockResolvedValue(null);
    await processor.process(job());
    expect(source.fetchChanged).not.toHaveBeenCalled();
    expect(batcher.save).not.toHaveBeenCalled();
  });

  it.each([
    ['the run was paused for it', errorOfStatus(503), true],
    ['the request was given up', new RequestAbandonedError(), false],
  ])('is dropped where %s: the student stays pending', async (_, error, pauses) => {
    failsWith(error);
    pauser.pausesRun.mockResolvedValue(pauses);
    await processor.process(job(TRIES - 1));
    expect(batcher.save).not.toHaveBeenCalled();
  });

  it('comes again after what may pass, and no sooner than the service asked for', async () => {
    const [first, second] = [job(0), job(1)];
    failsWith(errorOfStatus(503));
    await expect(processor.process(first)).rejects.toMatchObject({ reason: 'server_error' });
    expect(first.update).not.toHaveBeenCalled();
    failsWith(errorOfStatus(429, '30'));
    await expect(processor.process(second)).rejects.toMatchObject({ reason: 'rate_limited' });
    expect(slot.note.mock.calls).toEqual([['bad'], ['bad']]);
    expect(second.update).toHaveBeenCalledWith({ ...second.data, retryAfterMs: 30_000 });
    expect(batcher.save).not.toHaveBeenCalled();
  });

  it.each([
    ['the last try', TRIES - 1, errorOfStatus(503)],
    ['what will not pass, at the first try,', 0, new PaymentSourceError('no_periods')],
  ])('ends with the error of %s', async (_, attemptsMade, error) => {
    failsWith(error);
    await processor.process(job(attemptsMade));
    expect(batcher.save).toHaveBeenCalledWith('7', expect.objectContaining({ answer: error }));
  });

  it('ends with a fault of ours too, and tells the log', async () => {
    const told = jest.spyOn(Logger.prototype, 'error').mockReturnValue();
    failsWith(new TypeError('salah'));
    await processor.process(job());
    expect(batcher.save.mock.calls[0]![1]).toMatchObject({ answer: { reason: 'unexpected_error' } });
    expect(told).toHaveBeenCalled();
    expect(pauser.pausesRun).not.toHaveBeenCalled();
  });
});
