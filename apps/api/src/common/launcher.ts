type Message =
  { type: 'first-admin'; email: string; password: string | null } | { type: 'ready'; url: string };

/** Tells the process that started this one, where it listens for it; false where nobody does. */
export function tellLauncher(message: Message): boolean {
  if (!process.send) return false;
  process.send(message);
  return true;
}
