import { setImmediate as nextTurn } from 'node:timers/promises';
import { RequestSlots, type Slot } from './request-slots';

/** What it begins with. */
const LIMIT = 4;

describe('the slots for requests', () => {
  let slots: RequestSlots;
  let asking: (() => void)[];
  const mayBegin = jest.fn();

  beforeEach(() => {
    slots = new RequestSlots();
    asking = [];
    mayBegin.mockReset().mockResolvedValue(true);
  });

  /** A request that asks until it is answered. */
  const request = ({ note }: Slot) =>
    new Promise<string>((resolve) => {
      asking.push(() => {
        note({ ms: 110.4 });
        resolve('answer');
      });
    });
  const hold = (signal = new AbortController().signal, resumes = 0) =>
    slots.hold({ signal, mayBegin, resumes }, request);
  const holdAll = () => Array.from({ length: LIMIT }, () => hold());

  it('lets so many ask at once, and the next one when one of them is answered', async () => {
    const [first] = holdAll();
    const next = hold();
    await nextTurn();
    expect(asking).toHaveLength(LIMIT);
    asking[0]!();
    await expect(first).resolves.toBe('answer');
    await nextTurn();
    expect(asking).toHaveLength(LIMIT + 1);
    asking[LIMIT]!();
    await expect(next).resolves.toBe('answer');
  });

  it('lets the next one ask while an answer is still looked at, once for each', async () => {
    const read = jest.fn();
    const answered = slots.hold({ signal: new AbortController().signal, mayBegin, resumes: 0 }, (slot) => {
      slot.free();
      slot.free();
      return new Promise<string>((resolve) => read.mockImplementation(resolve));
    });
    for (let n = 0; n <= LIMIT; n++) void hold();
    await nextTurn();
    expect(asking).toHaveLength(LIMIT);
    read('answer');
    await expect(answered).resolves.toBe('answer');
    await nextTurn();
    expect(asking).toHaveLength(LIMIT);
  });

  it('gives the slot of a request that failed to the next one', async () => {
    const [first, second] = [
      slots.hold({ signal: new AbortController().signal, mayBegin, resumes: 0 }, fail),
      hold(),
    ];
    await expect(first).rejects.toThrow('failed');
    asking[0]!();
    await expect(second).resolves.toBe('answer');
  });

  it('asks whoever has waited whether it is still wanted, and gives the slot on where it is not', async () => {
    holdAll();
    const [unwanted, wanted] = [hold(), hold()];
    mayBegin.mockResolvedValueOnce(false);
    asking[0]!();
    await expect(unwanted).resolves.toBeNull();
    await nextTurn();
    asking[LIMIT]!();
    await expect(wanted).resolves.toBe('answer');
  });

  it('lets whoever waits give up at once, without taking anybody’s slot', async () => {
    const giveUp = new AbortController();
    holdAll();
    const [given, next] = [hold(giveUp.signal), hold()];
    giveUp.abort();
    await expect(given).resolves.toBeNull();
    await expect(hold(giveUp.signal)).resolves.toBeNull();
    asking[0]!();
    await nextTurn();
    asking[LIMIT]!();
    await expect(next).resolves.toBe('answer');
  });

  it('lets nobody begin once it is closed, while those that ask go on', async () => {
    const [first] = holdAll();
    const waiting = hold();
    slots.close();
    await expect(waiting).resolves.toBeNull();
    asking[0]!();
    await expect(first).resolves.toBe('answer');
    await expect(hold()).resolves.toBeNull();
    expect(asking).toHaveLength(LIMIT);
  });

  it('lets more ask at once where that goes well, tells how fast it goes, and begins anew after a pause', async () => {
    expect(slots.pace).toBeNull();
    const answers = Array.from({ length: 3 * LIMIT }, () => hold());
    for (let n = 0; n < LIMIT; n++) asking[n]!();
    await nextTurn();
    expect(asking).toHaveLength(3 * LIMIT);
    expect(slots.pace).toEqual({ atOnce: 2 * LIMIT, latencyMs: 110 });
    for (let n = LIMIT; n < 3 * LIMIT; n++) asking[n]!();
    await Promise.all(answers);
    for (let n = 0; n < 2 * LIMIT; n++) void hold(undefined, 1);
    await nextTurn();
    expect(asking).toHaveLength(4 * LIMIT);
  });
});

const fail = () => Promise.reject(new Error('failed'));
