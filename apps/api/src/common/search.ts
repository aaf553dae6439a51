/** Patterns that find students by part of their name, or by the beginning of their idperson; null where nothing is searched. */
export function searchOf(text: string | undefined): { part: string; begin: string | null } | null {
  const search = text?.trim();
  if (!search) return null;
  return { part: `%${escapeLike(search)}%`, begin: /^\d+$/.test(search) ? `${search}%` : null };
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
