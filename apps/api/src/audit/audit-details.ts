const SECRETS = new Set(['password', 'current', 'token', 'cookie']);
const LONGEST_LIST = 20;

/**
 * What a request asked for, as far as the audit list tells it: without secrets, long lists as their length; and the name
 * of what it was done to, which may be gone when somebody reads the list.
 */
export function detailsOf(body: unknown, nama?: string): Record<string, unknown> | null {
  const details = { ...(typeof body === 'object' ? body : {}), ...(nama ? { nama } : {}) };
  if (Object.keys(details).length === 0) return null;
  return JSON.parse(JSON.stringify(details, told)) as Record<string, unknown>;
}

function told(name: string, value: unknown): unknown {
  // An empty one was removed, or never there.
  if (SECRETS.has(name)) return value === '' ? '' : '…';
  return Array.isArray(value) && value.length > LONGEST_LIST ? { length: value.length } : value;
}
