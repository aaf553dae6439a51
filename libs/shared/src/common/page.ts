export const PAGE_LIMIT_DEFAULT = 50;
export const PAGE_LIMIT_MAX = 500;

/** A page of a list. */
export interface Page<T> {
  /** Its rows. */
  items: T[];
  /** Goes into the next request's `cursor`; null on the last page. @example "WyJzeW5jX3J1biIsIjEyIl0" */
  nextCursor: string | null;
}

export const EXPORT_STYLES = ['api'] as const;
/** `api`: an export with the API's field names and values, for programs. @example "api" */
export type ExportStyle = (typeof EXPORT_STYLES)[number];
