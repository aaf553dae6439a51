import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { SESSION_COOKIE } from '../common/principal';
import { errorAnswer } from './decorators';
import { allSchemas } from './schemas';

/** The OpenAPI document of the API; every schema comes from a DTO of libs/shared. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Bantubayar')
    .setDescription(
      'Sinkronisasi pembayaran siswa. Setiap daftar berbentuk {"items", "nextCursor"}; setiap galat berbentuk ApiErrorDto. ' +
        'Waktu dalam ISO 8601 UTC, uang dalam rupiah bulat, idperson selalu string. Setiap jawaban membawa X-Request-Id. ' +
        'Cara lain pada alamat yang ada dijawab 405 dengan Allow; null dalam isi permintaan berarti tidak disebut.',
    )
    .setVersion('1')
    .setLicense('MIT', '')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('token')
    .addSecurityRequirements('session')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  for (const path of Object.values(document.paths)) documentEdge(path);
  document.components = { ...document.components, schemas: allSchemas() as never };
  return document;
}

/** What the edge answers before a route is reached: for each operation that has a body, or could be sent one. */
function documentEdge({ post, put, patch, delete: remove }: OpenAPIObject['paths'][string]): void {
  for (const operation of [post, put, patch, remove]) {
    if (!operation) continue;
    for (const status of [413, 415, 422, 503]) operation.responses[status] ??= errorAnswer(status);
  }
}
