/** The product's, as its package.json has it. */
export const VERSION: string = __VERSION__;
