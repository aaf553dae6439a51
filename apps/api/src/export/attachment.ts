import type { Response } from 'express';
import { schoolDay } from '../common/school-day';

/** A file to save, named after what it holds and the school's day. */
export function attachment(response: Response, name: string, ending: string, type: string): void {
  response.setHeader('Content-Type', type);
  response.setHeader(
    'Content-Disposition',
    `attachment; filename="${name}-${schoolDay(new Date())}.${ending}"`,
  );
  response.setHeader('Cache-Control', 'private, no-store');
}
