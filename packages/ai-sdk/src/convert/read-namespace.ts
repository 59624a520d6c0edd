import type { OptionNamespaces } from './chat-call.ts';

interface HasOptions {
  readonly providerOptions?: OptionNamespaces | undefined;
  readonly providerMetadata?: OptionNamespaces | undefined;
}

/**
 * What was said to this provider on a message, part or tool: under its own name, else under `gigachat`.
 * The oldest major calls the field `providerMetadata`.
 */
export function readNamespace(holder: HasOptions, name: string): Readonly<Record<string, unknown>> {
  const namespaces = holder.providerOptions ?? holder.providerMetadata;
  const found = namespaces?.[name] ?? namespaces?.['gigachat'];
  return isRecord(found) ? found : {};
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
