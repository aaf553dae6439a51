/** A telephone number as somebody wrote it, and the links that lead to it. */
export interface Phone {
  text: string;
  /** For a call; null where nothing can be called. */
  tel: string | null;
  /** For WhatsApp, digits alone; null where it is no mobile number of Indonesia. */
  wa: string | null;
}

const BETWEEN_NUMBERS = /[/,;]/;
/** What people write between digits. */
const BETWEEN_DIGITS = /[\s().\-\u2010-\u2015]/g;
const MOBILE = /^8[1-9]\d{7,10}$/;
const SHORTEST = 7;
const LONGEST = 15;

/** The numbers that a text holds, in its order: there may be several in one field. */
export function phonesOf(text: string | null): Phone[] {
  return (text ?? '')
    .split(BETWEEN_NUMBERS)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(phoneOf);
}

function phoneOf(text: string): Phone {
  const [, plus, digits] = /^(\+|00)?(\d+)$/.exec(text.replace(BETWEEN_DIGITS, '')) ?? [];
  if (!digits || digits.length < SHORTEST || digits.length > LONGEST) return { text, tel: null, wa: null };
  const home = homeNumber(digits, plus !== undefined);
  if (home === null) return { text, tel: plus ? `tel:+${digits}` : `tel:${digits}`, wa: null };
  return { text, tel: `tel:+62${home}`, wa: MOBILE.test(home) ? `62${home}` : null };
}

/** The number without its country's code or leading zero; null for one that is foreign, or has no area. */
function homeNumber(digits: string, international: boolean): string | null {
  if (digits.startsWith('62') && (international || /^620?8/.test(digits))) return digits.replace(/^620?/, '');
  if (international) return null;
  if (digits.startsWith('0')) return digits.slice(1);
  // A table that took the number for an amount has dropped its zero.
  return MOBILE.test(digits) ? digits : null;
}
