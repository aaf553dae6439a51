/** Without characters that look alike on paper, or that a keyboard hides. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 4;

/** Four groups of four, to be read out or typed off: 79 bits. */
export function randomPassword(): string {
  return Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, randomCharacter).join(''),
  ).join('-');
}

/** A byte beyond the last whole multiple is drawn again: every character is as likely. */
function randomCharacter(): string {
  const fair = 256 - (256 % ALPHABET.length);
  for (;;) {
    const [byte] = crypto.getRandomValues(new Uint8Array(1));
    if (byte! < fair) return ALPHABET[byte! % ALPHABET.length]!;
  }
}
