import {
  type CreatedTokenDto,
  type CreateTokenDto,
  ROLE_SCOPES,
  type Scope,
  type TokenDto,
} from '@bantubayar/shared';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { InvalidInputError, NotFoundError } from '../common/domain-error';
import { ApiTokenEntity } from './api-token.entity';
import type { Principal } from '../common/principal';
import { hashSecret, newSecret } from './secret';

const PREFIX = 'bb_';
const SHOWN_CHARS = 8;
const NOTE_USE_EVERY_MS = 60_000;

/** Bearer tokens of integrators: shown once, stored hashed, revoked at once, and gone with the person who made them. */
@Injectable()
export class TokenService {
  constructor(private readonly dataSource: DataSource) {}

  async create({ name, scopes, expiresAt }: CreateTokenDto, by: Principal): Promise<CreatedTokenDto> {
    const expiry = expiresAt ? new Date(expiresAt) : null;
    if (expiry && expiry.getTime() <= Date.now()) {
      throw new InvalidInputError('Isian tidak sesuai: expiresAt harus di masa depan', {
        expiresAt: ['must be in the future'],
      });
    }
    const token = PREFIX + newSecret();
    const entity = this.tokens.create({
      name: name.trim(),
      scopes,
      prefix: token.slice(0, SHOWN_CHARS),
      tokenHash: hashSecret(token),
      userId: by.id,
      createdBy: by.nama,
      createdAt: new Date(),
      expiresAt: expiry,
      lastUsedAt: null,
    });
    return { ...toDto(await this.tokens.save(entity)), token };
  }

  async list(): Promise<TokenDto[]> {
    return (await this.tokens.find({ order: { id: 'DESC' } })).map(toDto);
  }

  /** Answers which it was. */
  async revoke(id: string): Promise<TokenDto> {
    const token = await this.tokens.findOneBy({ id });
    if (!token) throw new NotFoundError('Token tidak ditemukan', { id });
    await this.tokens.delete({ id });
    return toDto(token);
  }

  async principalOf(token: string): Promise<Principal | null> {
    if (!token.startsWith(PREFIX)) return null;
    const [found] = await this.tokens.find({
      where: { tokenHash: hashSecret(token) },
      relations: { user: true },
    });
    if (!found || (found.expiresAt && found.expiresAt.getTime() <= Date.now())) return null;
    await this.noteUse(found);
    const { id, name, user } = found;
    const ofOwner: readonly Scope[] = user ? ROLE_SCOPES[user.role] : found.scopes;
    const scopes = found.scopes.filter((scope) => ofOwner.includes(scope));
    return { kind: 'token', id: String(id), nama: name, email: null, role: null, scopes };
  }

  private async noteUse({ id, lastUsedAt }: ApiTokenEntity): Promise<void> {
    const now = Date.now();
    if (lastUsedAt && now - lastUsedAt.getTime() < NOTE_USE_EVERY_MS) return;
    await this.tokens.update({ id }, { lastUsedAt: new Date(now) });
  }

  private get tokens() {
    return this.dataSource.getRepository(ApiTokenEntity);
  }
}

function toDto(token: ApiTokenEntity): TokenDto {
  return {
    id: String(token.id),
    name: token.name,
    prefix: token.prefix,
    scopes: token.scopes,
    createdBy: token.createdBy,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt?.toISOString() ?? null,
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
  };
}
