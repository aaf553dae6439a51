import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { SESSION_COOKIE } from '../auth/session.service';
import { allSchemas } from './schemas';

/** The OpenAPI document of the API; every schema comes from a DTO of libs/shared. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Bantubayar')
    .setDescription(
      'Sinkronisasi pembayaran siswa. Setiap daftar berbentuk {"items", "nextCursor"}; setiap galat berbentuk ApiErrorDto. ' +
        'Waktu dalam ISO 8601 UTC, uang dalam rupiah bulat, idperson selalu string.',
    )
    .setVersion('1')
    .setLicense('MIT', '')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie' }, 'session')
    .addSecurityRequirements('token')
    .addSecurityRequirements('session')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  document.components = { ...document.components, schemas: allSchemas() as never };
  return document;
}
