import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { openApiDocument } from './openapi/document';
import { errorReference, routeReference } from './openapi/reference';

const ROOT = resolve(__dirname, '../../..');

/** Writes the OpenAPI document and the references that are made from it, or with --check fails when a committed one differs. */
async function main(): Promise<void> {
  const app = await NestFactory.create(AppModule, { preview: true, logger: false, abortOnError: false });
  const document = openApiDocument(app);
  const files = {
    'apps/api/openapi.json': `${JSON.stringify(document, null, 2)}\n`,
    'docs/kode-galat.md': errorReference(document),
    'docs/rute.md': routeReference(document),
  };
  for (const [file, text] of Object.entries(files)) {
    const path = resolve(ROOT, file);
    if (!process.argv.includes('--check')) writeFileSync(path, text);
    else if (!existsSync(path) || readFileSync(path, 'utf8') !== text) {
      console.error(`${file} differs from the code; write it anew with: node apps/api/dist/write-openapi.js`);
      process.exitCode = 1;
    }
  }
}

void main();
