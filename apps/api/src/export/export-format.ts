import { Injectable, type PipeTransform } from '@nestjs/common';
import { NotFoundError } from '../common/domain-error';

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The ending of an export's address. */
@Injectable()
export class ExportFormatPipe implements PipeTransform<string, ExportFormat> {
  transform(given: string): ExportFormat {
    const format = EXPORT_FORMATS.find((each) => each === given);
    if (!format)
      throw new NotFoundError('Ekspor hanya tersedia sebagai .csv atau .xlsx', { allowed: EXPORT_FORMATS });
    return format;
  }
}
