import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { openApiDocument } from './openapi/document';

const FILE = resolve(__dirname, '../openapi.json');

/** Writes the OpenAPI document, or with --check fails when the committed one differs from the code. */
async function main(): Promise<void> {
  const app = await NestFactory.create(AppModule, { preview: true, logger: false, abortOnError: false });
  const document = `${JSON.stringify(openApiDocument(app), null, 2)}\n`;
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, document);
    return;
  }
  if (readFileSync(FILE, 'utf8') !== document) {
    console.error(
      'openapi.json differs from the code; write it anew with: node apps/api/dist/write-openapi.js',
    );
    process.exitCode = 1;
  }
}

void main();
