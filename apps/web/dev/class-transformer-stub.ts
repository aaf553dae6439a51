/** `Type` of class-transformer needs reflect-metadata, which only the API has; in a browser it has nothing to do. */
export const Type = () => () => undefined;
