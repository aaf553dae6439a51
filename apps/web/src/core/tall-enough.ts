/** Nobody waits longer for the place that was left; the page may have become shorter meanwhile. */
const PATIENCE_MS = 1_000;

/** Until the page can be scrolled as far: its content comes in steps, and some of it is fetched. */
export async function tallEnough(top: number): Promise<void> {
  const { documentElement } = document;
  const isTall = () => documentElement.scrollHeight - innerHeight >= top;
  if (isTall()) return;
  await new Promise<void>((resolve) => {
    const observer = new ResizeObserver(() => isTall() && done());
    const patience = setTimeout(done, PATIENCE_MS);
    function done(): void {
      observer.disconnect();
      clearTimeout(patience);
      resolve();
    }
    observer.observe(documentElement);
  });
}
