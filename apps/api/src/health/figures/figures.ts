import { Gauge, Registry } from 'prom-client';
import { Inquiry } from '../inquiry';

/** Longer than the checks of database and queue take to say that nobody answers. */
const PATIENCE_MS = 2_500;

/** Figures of the whole product, read when they are asked for. Those that cannot be read are left out: an old figure would lie. */
export abstract class Figures {
  private readonly registry = new Registry();
  private readonly inquiry = new Inquiry(() => this.read());

  protected abstract read(): Promise<void>;

  /** null where they cannot be read in time. */
  async known(): Promise<Registry | null> {
    const { trouble } = await this.inquiry.answer(PATIENCE_MS);
    return trouble === undefined ? this.registry : null;
  }

  protected gauge<Label extends string = never>(name: string, help: string, ...labelNames: Label[]) {
    return new Gauge<Label>({ name, help, labelNames, registers: [this.registry] });
  }
}
