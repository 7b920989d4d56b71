/** Whether the browser takes a value for a CSS property. */
export const supports = (property: string, value: string): boolean => CSS.supports(property, value);
