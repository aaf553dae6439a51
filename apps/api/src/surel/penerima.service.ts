import {
  BAHASA,
  type CreatePenerimaDto,
  type DeliveryDto,
  type DeliveryQueryDto,
  type Page,
  PENERIMA_MAX,
  type PenerimaDto,
  type PenerimaListDto,
  type ResendDto,
  type ResentDto,
  SURAT_TEST,
  type UpdatePenerimaDto,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { env } from '../config/env';
import { mailAddress, mailboxText } from '../config/mail-address';
import { EndpointRepository } from '../webhook/endpoint.repository';
import { SentService } from '../webhook/sent.service';
import { bodyOf } from './letter';
import { penerimaOf, typesOf } from './penerima.presenter';
import {
  InvalidAddressError,
  MailNotConfiguredError,
  PenerimaNotFoundError,
  PenerimaTakenError,
  TooManyPenerimaError,
} from './surel.errors';
import { testLetter } from './test-letter';

const NEW = { bahasa: BAHASA[0], ringkasan: 'bila_perlu', segera: true, semuaRun: false } as const;

/** Who is written e-mails about runs. */
@Injectable()
export class PenerimaService {
  constructor(
    private readonly endpoints: EndpointRepository,
    private readonly sent: SentService,
  ) {}

  async list(): Promise<PenerimaListDto> {
    const items = (await this.endpoints.list('surel')).map(penerimaOf);
    const { SMTP_URL: smtp, MAIL_FROM: from } = env;
    const server = smtp ? `${smtp.host}:${smtp.port}` : null;
    return { items, nextCursor: null, server, dari: smtp && from ? mailboxText(from) : null };
  }

  async get(id: string): Promise<PenerimaDto> {
    const found = await this.endpoints.find('surel', id);
    if (!found) throw new PenerimaNotFoundError(id);
    return penerimaOf(found);
  }

  async create({ email, ...given }: CreatePenerimaDto, by: string): Promise<PenerimaDto> {
    const address = await this.freeAddress(email);
    const { bahasa, ...wishes } = { ...NEW, ...given };
    const receiver = { url: address, name: address.slice(0, 100), types: typesOf(wishes), lang: bahasa };
    const id = await this.endpoints.create(receiver, { channel: 'surel', by, max: PENERIMA_MAX });
    if (id === null) throw new TooManyPenerimaError();
    return this.get(id);
  }

  async update(id: string, { active, email, bahasa, ...given }: UpdatePenerimaDto): Promise<PenerimaDto> {
    const before = await this.get(id);
    const url = email === undefined ? undefined : await this.freeAddress(email, id);
    await this.endpoints.update(id, {
      ...{ url, name: url?.slice(0, 100), lang: bahasa },
      types: typesOf({ ...before, ...given }),
    });
    if (active === true) await this.endpoints.switchOn(id);
    if (active === false) await this.endpoints.switchOff(id, 'manual');
    return this.get(id);
  }

  /** Answers who it was. */
  async remove(id: string): Promise<PenerimaDto> {
    const found = await this.get(id);
    await this.endpoints.remove(id);
    return found;
  }

  /** Sends a letter now and tells what the mail server said. */
  async test(id: string): Promise<DeliveryDto> {
    const { bahasa } = await this.get(id);
    if (!env.SMTP_URL) throw new MailNotConfiguredError();
    return this.sent.test(id, SURAT_TEST, bodyOf(testLetter(bahasa)));
  }

  async resend(id: string, what: ResendDto): Promise<ResentDto> {
    await this.get(id);
    return this.sent.resend(id, what);
  }

  async page(id: string, query: DeliveryQueryDto): Promise<Page<DeliveryDto>> {
    await this.get(id);
    return this.sent.page(id, query);
  }

  /** In its one form; refused where somebody else has it. */
  private async freeAddress(given: string, own?: string): Promise<string> {
    const address = mailAddress(given.trim());
    if (address === null) throw new InvalidAddressError();
    const all = await this.endpoints.list('surel');
    if (all.some(({ id, url }) => url === address && String(id) !== own))
      throw new PenerimaTakenError(address);
    return address;
  }
}
