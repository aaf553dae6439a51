import {
  AuditQueryDto,
  CreateTokenDto,
  CreateUserDto,
  CreateWebhookDto,
  RunsQueryDto,
  ScheduleDto,
  SiswaListQueryDto,
  StartSyncDto,
} from '@bantubayar/shared';
import type { Type } from '@nestjs/common';
import type { DomainError } from './domain-error';
import { validationPipe } from './validation';

const refused = (metatype: Type, value: object): Promise<DomainError<'validation_failed'>> =>
  validationPipe.transform(value, { type: 'body', metatype }).then(
    (passed) => expect(passed).toBe('refused') as never,
    (error: DomainError<'validation_failed'>) => error,
  );

describe('what is wrong with an input', () => {
  it('is said in Indonesian for people, and field by field for programs', async () => {
    const { message, details, statusCode } = await refused(CreateUserDto, {
      email: 'x',
      nama: '',
      role: 'raja',
    });
    expect(statusCode).toBe(400);
    expect(message).toBe(
      'Isian tidak sesuai: email bukan alamat e-mail; nama wajib diisi; role harus salah satu dari: admin, petugas, pemantau',
    );
    expect(details['fields']).toMatchObject({
      role: ['role must be one of the following values: admin, petugas, pemantau'],
    });
  });

  it.each([
    [CreateUserDto, { email: 'a'.repeat(200) + '@b', nama: 5, role: 'admin', password: 'x', lain: 1 }],
    [CreateTokenDto, { name: 'x'.repeat(101), scopes: ['a', 'a'], expiresAt: 'besok' }],
    [CreateTokenDto, { name: 'x', scopes: [] }],
    [
      SiswaListQueryDto,
      { limit: '0', staleHours: '1e9', status: 'kaya', sort: 'x', search: ['a'], cursor: 'x'.repeat(1001) },
    ],
    [AuditQueryDto, { limit: 'x' }],
    [ScheduleDto, { enabled: 'ya', cron: '', timezone: 5, scope: 'semua' }],
    [StartSyncDto, { scope: { idperson: ['01'], failedOf: 'x', staleHours: 1.5, reason: 'apa' } }],
    [StartSyncDto, { scope: { idperson: Array.from({ length: 10_001 }, () => '1') } }],
    [RunsQueryDto, { from: '2026-02-30', to: '' }],
    [CreateUserDto, { email: 'a@b', nama: ' \u00a0', role: 'admin', password: 'x'.repeat(10) }],
    [CreateTokenDto, { name: '  ', scopes: ['sync:read'] }],
    [CreateWebhookDto, { url: 'https://a.example', name: '\t' }],
  ])('has Indonesian words for every rule: %p %j', async (dto, value) => {
    const { message } = await refused(dto as Type, value);
    expect(message).not.toMatch(/\b(must|should|property|than|value|tidak sesuai$)\b/);
    expect(message.replace('Isian tidak sesuai: ', '')).not.toContain('tidak sesuai');
  });

  it.each(Object.getOwnPropertyNames(Object.prototype))(
    'no field is known as %s, however deep',
    async (name) => {
      const named = JSON.parse(`{"${name}":{"kelas":"8A"}}`) as object;
      expect((await refused(SiswaListQueryDto, named)).details['fields']).toEqual({
        [name]: [`property ${name} should not exist`],
      });
      for (const value of [named, { scope: named }]) {
        const { message } = await refused(StartSyncDto, value);
        expect(message).toBe(`Isian tidak sesuai: ${value === named ? '' : 'scope.'}${name} tidak dikenal`);
      }
    },
  );

  it.each([[[]], [[{ kelas: '8A' }]], ['semua'], [5], [true]])('a scope of %j is none', async (scope) => {
    for (const dto of [StartSyncDto, ScheduleDto]) {
      const rest = dto === ScheduleDto ? { enabled: true, cron: '0 2 * * *', timezone: 'Asia/Jakarta' } : {};
      expect((await refused(dto as Type, { ...rest, scope })).statusCode).toBe(422);
    }
  });

  it.each(['18446744073709551616', '99999999999999999999', '01', ' 1', '1.0', '0', '-1', '１', 1])(
    'an idperson of %j is none',
    async (id) => {
      expect((await refused(StartSyncDto, { scope: { idperson: [id] } })).statusCode).toBe(400);
      expect((await refused(StartSyncDto, { scope: { failedOf: id } })).statusCode).toBe(400);
    },
  );

  it.each(['', ' 10', '0x10', '1e1', '10.0', '+10', '９', ['1', '2']])(
    'a number in an address is not %j',
    async (limit) => {
      expect((await refused(SiswaListQueryDto, { limit })).statusCode).toBe(400);
      expect((await refused(SiswaListQueryDto, { staleHours: limit })).statusCode).toBe(400);
    },
  );

  it('is said in a bounded number of words, whatever the field is called', async () => {
    const { message } = await refused(StartSyncDto, { ['x'.repeat(50_000)]: 1 });
    expect(message.length).toBeLessThan(200);
  });
});
