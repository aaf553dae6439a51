import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource } from 'typeorm';
import { inTransaction } from '../src/database/transaction';
import { DeliveryRepository } from '../src/webhook/delivery.repository';
import { EndpointRepository } from '../src/webhook/endpoint.repository';
import { tellWebhooks } from '../src/webhook/outbox';
import { freshDatabase, scalar } from './database';

const EVENT = { type: 'run.completed', data: {} } as const;

describe('what webhooks are told', () => {
  let dataSource: DataSource;
  let endpoints: EndpointRepository;
  let endpointId: string;

  beforeEach(async () => {
    dataSource = await freshDatabase();
    endpoints = new EndpointRepository(dataSource);
    const made = { channel: 'webhook', by: 'uji', max: 5, secret: Buffer.alloc(8) } as const;
    endpointId = (await endpoints.create({ url: 'https://a.test/', name: '', types: [EVENT.type] }, made))!;
  });
  afterEach(() => dataSource.destroy());

  const tell = () => inTransaction(dataSource, (tx) => tellWebhooks(tx.manager, [EVENT]));
  const waiting = () =>
    scalar<string>(dataSource, "SELECT COUNT(*) FROM webhook_delivery WHERE state = 'pending'");
  /** The server shows the same waits again to whoever looks sooner than after a tenth of a second. */
  async function somebodyIsBlocked(): Promise<void> {
    const waits = `SELECT COUNT(*) FROM information_schema.innodb_trx
      JOIN information_schema.processlist ON id = trx_mysql_thread_id
      WHERE trx_state = 'LOCK WAIT' AND db = DATABASE()`;
    while ((await scalar<string>(dataSource, waits)) !== '1') await pause(150);
  }

  it('waits for an endpoint that is on, of what it wants', async () => {
    await tell();
    await inTransaction(dataSource, (tx) => tellWebhooks(tx.manager, [{ type: 'run.cancelled', data: {} }]));
    expect(await waiting()).toBe('1');
    expect(await new DeliveryRepository(dataSource).dueEndpoints()).toEqual([endpointId]);
  });

  it.each([
    ['switched off', "UPDATE webhook_endpoint SET off_reason = 'gone'"],
    ['removed', 'DELETE FROM webhook_endpoint'],
    ['told not to send this any more', "UPDATE webhook_endpoint SET types = 'run.cancelled'"],
  ])('does not wait for one that is %s at that moment', async (_, statement) => {
    let told: Promise<void> | undefined;
    await inTransaction(dataSource, async (tx) => {
      await tx.query(statement);
      told = tell();
      await somebodyIsBlocked();
    });
    await told;
    expect(await waiting()).toBe('0');
  });

  it('is given up with the endpoint, also what is being told just then', async () => {
    let off: Promise<void> | undefined;
    await inTransaction(dataSource, async (tx) => {
      await tellWebhooks(tx.manager, [EVENT]);
      off = endpoints.switchOff(endpointId, 'gone');
      await somebodyIsBlocked();
    });
    await off;
    expect(await waiting()).toBe('0');
  });
});
