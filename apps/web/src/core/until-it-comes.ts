const PAUSE_MS = 2_000;

/** Fetches a part of the page that is a file of its own; the server may be away when it is first asked for. */
export async function untilItComes<T>(fetch: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await fetch();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
