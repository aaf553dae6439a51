import { PaymentSourceError } from '../../sisda/payment-source.errors';
import { OutageDetector } from './outage-detector';

const down = new PaymentSourceError('server_error', {
  figure: 500,
  httpStatus: 500,
  retryable: true,
  outage: true,
});

/** A detector over a service that answers for some students only, and the students it was asked for as a probe. */
function detectorOver(works: (idperson: string) => boolean) {
  const probed: string[] = [];
  const source = {
    fetchPayments: async (idperson: string) => {
      probed.push(idperson);
      if (!works(idperson)) throw down;
    },
  };
  let good: string | null = null;
  const knownGood = { note: (idperson: string) => (good = idperson), one: async () => good };
  return { detector: new OutageDetector(source as never, knownGood as never), probed };
}

it('tells a service that refuses us from one that is out of order, without asking again', async () => {
  const asked: string[] = [];
  const refusing = {
    fetchPayments: async (idperson: string) => {
      asked.push(idperson);
      throw new PaymentSourceError('credentials_rejected');
    },
  };
  const nobody = { note: () => undefined, one: async () => null };
  const detector = new OutageDetector(refusing as never, nobody as never);
  expect(await detector.standing('1')).toBe('refuses_us');
  expect(await detector.isOutage('1', true)).toBe(true);
  expect(asked).toEqual(['1', '1']);
});

describe('telling an outage', () => {
  it('suspects it when most of the last requests fail, and asks for a student that was good before', async () => {
    const { detector, probed } = detectorOver(() => false);
    for (let n = 0; n < 20; n++) detector.noteSuccess(`baik-${n}`);
    const verdicts: boolean[] = [];
    for (let n = 0; n < 16; n++) verdicts.push(await detector.isOutage(`gagal-${n}`, false));
    expect(verdicts).toEqual([...Array<boolean>(15).fill(false), true]);
    expect(probed).toEqual(Array(3).fill('baik-19'));
  });

  it('is not fooled by failing students that are the last ones left', async () => {
    const { detector, probed } = detectorOver((idperson) => idperson.startsWith('baik'));
    for (let n = 0; n < 20; n++) detector.noteSuccess(`baik-${n}`);
    for (let n = 0; n < 60; n++) expect(await detector.isOutage(`gagal-${n % 7}`, false)).toBe(false);
    expect(probed.every((idperson) => idperson === 'baik-19')).toBe(true);
  });

  it('suspects it from the start when all of several students fail', async () => {
    const { detector, probed } = detectorOver(() => false);
    for (let n = 0; n < 4; n++) expect(await detector.isOutage(`gagal-${n}`, false)).toBe(false);
    expect(await detector.isOutage('gagal-4', false)).toBe(true);
    expect(probed).toEqual(Array(3).fill('gagal-4'));
  });

  it('asks once however many requests fail at the same time', async () => {
    const { detector, probed } = detectorOver(() => false);
    const verdicts = await Promise.all(
      Array.from({ length: 50 }, (_, n) => detector.isOutage(`gagal-${n}`, false)),
    );
    expect(verdicts.filter(Boolean).length).toBeGreaterThan(40);
    expect(probed).toHaveLength(3);
  });

  it('lets no student fail for good before the service is seen to answer', async () => {
    const broken = detectorOver(() => false);
    broken.detector.noteSuccess('baik');
    expect(await broken.detector.isOutage('gagal', true)).toBe(true);
    const working = detectorOver((idperson) => idperson === 'baik');
    working.detector.noteSuccess('baik');
    expect(await working.detector.isOutage('gagal', true)).toBe(false);
    expect(working.probed).toEqual(['baik']);
  });

  it('does not take one unlucky probe for an outage', async () => {
    let asked = 0;
    const { detector } = detectorOver(() => ++asked > 2);
    detector.noteSuccess('baik');
    expect(await detector.isOutage('gagal', true)).toBe(false);
  });
});
