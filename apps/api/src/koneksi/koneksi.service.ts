import {
  failureMessage,
  KREDENSIAL,
  type KontakDto,
  type KoneksiDto,
  type KredensialBaruDto,
  ROLE_SCOPES,
  ROLES,
  type Scope,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { env } from '../config/env';
import { Credentials } from '../sisda/credentials';
import { KoneksiRepository, type StoredKoneksi } from '../sisda/koneksi.repository';
import { kredensialOf, sealed } from '../sisda/kredensial';
import { SecretsKeyMissingError } from '../common/secrets-key-missing.error';
import { checkedKredensial } from './koneksi.errors';

const ADMINS = ROLES.filter((role) => (ROLE_SCOPES[role] as readonly Scope[]).includes('admin'));

/** The connection to the payment service: how it stands, and its credentials. */
@Injectable()
export class KoneksiService {
  constructor(
    private readonly koneksi: KoneksiRepository,
    private readonly credentials: Credentials,
  ) {}

  async get(): Promise<KoneksiDto> {
    return toDto(await this.koneksi.get());
  }

  /** This process uses them when it answers, the others within a second or two. */
  async save(given: KredensialBaruDto, by: string): Promise<KoneksiDto> {
    const changed = checked(given);
    const isSecret = Object.values(changed).some(Boolean);
    if (isSecret && !env.SECRETS_KEY) throw new SecretsKeyMissingError('Kredensial');
    const boxes = Object.fromEntries(
      KREDENSIAL.filter((name) => changed[name] !== undefined).map((name) => [
        name,
        changed[name] ? sealed(name, changed[name]) : null,
      ]),
    );
    if (Object.keys(boxes).length > 0) await this.koneksi.save(boxes, by);
    await this.credentials.look();
    return this.get();
  }
}

/** Each as it is kept; empty where it is to be removed, undefined where it stays. */
export function checked(given: KredensialBaruDto): KredensialBaruDto {
  const names = KREDENSIAL.filter((name) => given[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, checkedKredensial(name, given[name]!)]));
}

function toDto(stored: StoredKoneksi): KoneksiDto {
  const { token, cookie } = kredensialOf(stored);
  return {
    alamat: env.PAYMENT_API_URL,
    token: { asal: token.asal, tersimpan: token.tersimpan },
    cookie: { asal: cookie.asal, tersimpan: cookie.tersimpan },
    dapatDisimpan: env.SECRETS_KEY !== undefined,
    disimpanOleh: stored.savedBy,
    disimpanPada: stored.savedAt?.toISOString() ?? null,
    kontak: kontakOf(stored),
    ditolakSejak: stored.rejectedSince?.toISOString() ?? null,
    peranMelihat: ADMINS,
    peranMengubah: ADMINS,
  };
}

function kontakOf({ contact }: StoredKoneksi): KontakDto | null {
  if (contact === null) return null;
  const { at, reason, httpStatus, durationMs } = contact;
  const message = reason ? failureMessage(reason, httpStatus ?? undefined) : 'Server pembayaran menjawab';
  return { at: at.toISOString(), berhasil: reason === null, reason, message, httpStatus, durationMs };
}
