import fs from 'node:fs';
import { mkdtemp, open, rm, type FileHandle } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';

/** A body that is too large for memory, on disk until it has been read; nobody else can read it there. */
export class Spool {
  private constructor(
    private readonly folder: string,
    private readonly file: FileHandle,
  ) {}

  static async open(): Promise<Spool> {
    const folder = await mkdtemp(path.join(os.tmpdir(), 'bantubayar-'));
    return new Spool(folder, await open(path.join(folder, 'body'), 'w+', 0o600));
  }

  /** Takes back what an earlier attempt has written. */
  empty(): void {
    fs.ftruncateSync(this.file.fd);
  }

  write(chunk: Buffer): void {
    fs.writeSync(this.file.fd, chunk);
  }

  firstByte(): number {
    const byte = Buffer.alloc(1);
    fs.readSync(this.file.fd, byte, 0, 1, 0);
    return byte[0]!;
  }

  read(): NodeJS.ReadableStream {
    return this.file.createReadStream({ start: 0, autoClose: false, highWaterMark: 256 * 1024 });
  }

  async close(): Promise<void> {
    await this.file.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
