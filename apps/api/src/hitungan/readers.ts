import { Injectable } from '@nestjs/common';

const REMEMBERED_MS = 15_000;

/** Whether somebody has just read the sums: whoever did will do so again. */
@Injectable()
export class Readers {
  private readAt = -Infinity;

  note(): void {
    this.readAt = performance.now();
  }

  get areThere(): boolean {
    return performance.now() - this.readAt < REMEMBERED_MS;
  }
}
