import { applyDecorators, type Type } from '@nestjs/common';
import { ApiQuery, ApiResponse, getSchemaPath } from '@nestjs/swagger';
import { schemaOf } from './schemas';

const ERROR_TEXTS: Record<number, string> = {
  400: 'Isian tidak sesuai',
  401: 'Belum masuk',
  403: 'Tidak berhak',
  404: 'Tidak ditemukan',
  409: 'Tidak dapat dilakukan dalam keadaan ini',
  413: 'Isi permintaan terlalu besar',
  415: 'Isi permintaan bukan JSON',
  422: 'Tidak ada yang dapat dikerjakan, atau isi yang bukan untuk operasi ini',
  429: 'Terlalu banyak percobaan',
  502: 'Server pembayaran tidak dapat dipakai',
  503: 'Layanan sedang tidak siap',
};

/** What a route answers; a list of one class means a page of it. */
export function Answers(status: number, description: string, body?: Type | [Type]): MethodDecorator {
  if (!body) return ApiResponse({ status, description });
  const schema = Array.isArray(body)
    ? {
        type: 'object',
        required: ['items', 'nextCursor'],
        properties: {
          items: { type: 'array', items: { $ref: getSchemaPath(body[0]) } },
          nextCursor: { type: 'string', nullable: true },
        },
      }
    : { $ref: getSchemaPath(body) };
  return ApiResponse({ status, description, schema });
}

/** An error answer, of the one error shape. */
export function errorAnswer(status: number) {
  const schema = { $ref: '#/components/schemas/ApiErrorDto' };
  return { description: ERROR_TEXTS[status] ?? 'Galat', content: { 'application/json': { schema } } };
}

/** The error answers that a route can give. */
export function Errors(...statuses: number[]): MethodDecorator {
  return applyDecorators(...statuses.map((status) => ApiResponse({ status, ...errorAnswer(status) })));
}

/** The query parameters of a DTO. */
export function Queries(dto: Type): MethodDecorator {
  const { properties = {}, required = [] } = schemaOf(dto);
  return applyDecorators(
    ...Object.entries(properties).map(([name, schema]) =>
      ApiQuery({ name, required: required.includes(name), schema: schema as object }),
    ),
  );
}
