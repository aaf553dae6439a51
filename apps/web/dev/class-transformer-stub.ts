/** The decorators of class-transformer need reflect-metadata, which only the API has; in a browser they have nothing to do. */
export const Type = () => () => undefined;
export const Transform = Type;
