type Message =
  { type: 'first-admin'; email: string; password: string | null } | { type: 'ready'; url: string };

/** Tells the process that started this one, where it listens for it; false where nobody does. */
export function tellLauncher(message: Message): boolean {
  if (!process.send) return false;
  process.send(message);
  return true;
}

/** Whoever started this process and listens for it watches over it; when that one is gone, it ends as if told to. */
export function endWithLauncher(): void {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
}
