/**
 * A schema that every major of `ai` takes for one of its own and that accepts whatever the server reports. Each
 * major brands its schema type with a symbol of its own, so that no one type fits them all; `never` does.
 */
export const anyObjectSchema: never = {
  [Symbol.for('vercel.ai.schema')]: true,
  [Symbol.for('vercel.ai.validator')]: true,
  jsonSchema: { type: 'object', properties: {} },
  validate: (value: unknown) => ({ success: true, value }),
} as never;
