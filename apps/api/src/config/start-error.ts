/** A trouble that ends the start; its message says all that an operator needs, and is shown without a stack. */
export class StartError extends Error {
  override name = 'StartError';
}
