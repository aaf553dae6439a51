import { Webhook } from 'standardwebhooks';
import { newSecret, signedHeaders } from './signature';

const BODY = '{"type":"run.completed","timestamp":"2026-11-22T07:05:00.000Z","data":{"runId":"12"}}';

describe('a signature', () => {
  it('is taken by the published library, with either secret while one is being changed', () => {
    const [present, former] = [newSecret(), newSecret()];
    const headers = signedHeaders('msg_1', BODY, [present, former]);
    for (const secret of [present, former])
      expect(new Webhook(secret).verify(BODY, headers)).toEqual(JSON.parse(BODY));
    expect(() => new Webhook(newSecret()).verify(BODY, headers)).toThrow();
  });

  it('is of this message, this body and this time', () => {
    const secret = newSecret();
    const receiver = new Webhook(secret);
    const headers = signedHeaders('msg_1', BODY, [secret]);
    expect(() => receiver.verify(`${BODY} `, headers)).toThrow();
    expect(() => receiver.verify(BODY, { ...headers, 'webhook-id': 'msg_2' })).toThrow();
    const old = signedHeaders('msg_1', BODY, [secret], Date.now() - 10 * 60_000);
    expect(() => receiver.verify(BODY, old)).toThrow(/old/);
  });
});
