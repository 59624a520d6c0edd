import type { FinishReason } from '@gigakit/core/turn';
import { ProxyError } from '../../proxy-error.ts';
import type { ChatFinishReason } from '../openai-types.ts';

/** @throws ProxyError when the server says that it failed in the middle of the answer. */
export function fromFinish(reason: FinishReason, hasToolCalls: boolean): ChatFinishReason {
  switch (reason) {
    case 'stop':
    case 'other':
      return hasToolCalls ? 'tool_calls' : 'stop';
    case 'tool-calls':
      return 'tool_calls';
    case 'length':
      return 'length';
    case 'content-filter':
      return 'content_filter';
    case 'error':
      throw new ProxyError('GigaChat ended the answer with an error.', {
        status: 502,
        code: 'upstream_error',
      });
  }
}
