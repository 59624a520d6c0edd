import type { Warning } from '@gigakit/core';

/** Fields that are left out without changing what the caller gets. */
const withoutEffect: Readonly<Record<string, readonly unknown[]>> = {
  parallel_tool_calls: [true, false],
  presence_penalty: [0],
  frequency_penalty: [0],
  store: [false],
  logprobs: [false],
  top_logprobs: [0],
  service_tier: ['auto', 'default'],
  truncation: ['disabled'],
  background: [false],
  include: [],
  modalities: [],
};

/** A warning for every field that was sent and that GigaChat has no counterpart for. */
export function ignoredFields(
  body: Readonly<Record<string, unknown>>,
  known: ReadonlySet<string>,
): readonly Pick<Warning, 'field' | 'message'>[] {
  return Object.entries(body).flatMap(([field, value]) => {
    if (known.has(field) || value === null || value === undefined) return [];
    if (withoutEffect[field]?.includes(value) === true || isEmpty(value)) return [];
    return [{ field: field.slice(0, 60), message: 'ignored, GigaChat has nothing like it' }];
  });
}

const isEmpty = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && Object.keys(value).length === 0;
