/**
 * The shape of a JSON value: the name of a type (`?`: or null), a list of one shape, or an object's fields. Fields that are
 * not named may be there and are ignored.
 */
export type Shape = string | readonly [Shape] | { readonly [field: string]: Shape };

/** Tells whether a value has a shape. Lists are looked through to their end: one wrong line would break a screen. */
export function hasShape(value: unknown, shape: Shape): boolean {
  if (typeof shape === 'string') {
    if (value === null) return shape.endsWith('?');
    // JSON has no other numbers than finite ones.
    return shape.startsWith(typeof value);
  }
  if (Array.isArray(shape)) {
    const [each] = shape as readonly [Shape];
    return Array.isArray(value) && value.every((entry) => hasShape(entry, each));
  }
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(shape).every(([field, expected]) => {
    const isOptional = field.endsWith('?');
    const name = isOptional ? field.slice(0, -1) : field;
    const given = (value as Readonly<Record<string, unknown>>)[name];
    if (given === undefined || given === null) {
      return isOptional || (given === null && typeof expected === 'string' && expected.endsWith('?'));
    }
    return hasShape(given, expected);
  });
}
