import type { ImageModelV2CallWarning } from '@ai-sdk/provider-v2';
import type { CallWarning } from '../convert/call-warning.ts';

/** Only a call option has a warning of its own here; everything else is a sentence. */
export function toV2ImageWarning({ feature, details }: CallWarning): ImageModelV2CallWarning {
  return feature === 'size' || feature === 'aspectRatio' || feature === 'seed'
    ? { type: 'unsupported-setting', setting: feature, details }
    : { type: 'other', message: details };
}
