import { isRecord } from '../is-record.ts';
import type { MindFunction } from '../mind/mind-turn.ts';
import { parseFunction } from './parse-v1-turn.ts';

const builtInTools = new Set([
  'web_search',
  'url_content_extraction',
  'image_generate',
  'model_3d_generate',
  'code_interpreter',
  'get_datetime',
  'memory',
]);

/** The tools of a v2 body: every entry is an object with one key. */
export function toolsOf(body: Readonly<Record<string, unknown>>): {
  readonly functions: readonly MindFunction[];
  readonly builtIns: readonly string[];
  /** The first key that the API does not know. */
  readonly unknown: string | undefined;
} {
  const tools = Array.isArray(body['tools']) ? body['tools'].filter(isRecord) : [];
  const keys = tools.flatMap((tool) => Object.keys(tool));
  const functions = tools.flatMap(({ functions: listed }) =>
    isRecord(listed) && Array.isArray(listed['specifications'])
      ? listed['specifications'].filter(isRecord).map(parseFunction)
      : [],
  );
  return {
    functions,
    builtIns: keys.filter((key) => builtInTools.has(key)),
    unknown: keys.find((key) => key !== 'functions' && !builtInTools.has(key)),
  };
}
