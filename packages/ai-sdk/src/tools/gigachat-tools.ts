import type { BuiltInToolId } from '../convert/built-in-tool-id.ts';

/** What `gigachat.tools.webSearch(…)` may be told; nothing is needed. */
export type WebSearchArgs = {
  /** `web_search` by default; `actual_info_web_search` for news, `safe_search` for vetted pages. */
  searchType?: 'web_search' | 'actual_info_web_search' | 'safe_search' | (string & {});
  indexes?: string[];
  flags?: string[];
};

/** Configuration merged into the tool's wire object as it is. */
export type BuiltInToolArgs = Record<string, unknown>;

/**
 * Tools that GigaChat runs itself within one request. Which of them an account may use depends on its tariff, and
 * most need `api: 'v2'`.
 */
export interface GigaChatTools<Tool> {
  /** Searches the web; the pages come back as sources. */
  webSearch(args?: WebSearchArgs): Tool;
  /** Reads the pages whose addresses stand in the prompt. */
  urlExtraction(args?: BuiltInToolArgs): Tool;
  /** Draws; the picture comes back as a file. */
  imageGeneration(args?: BuiltInToolArgs): Tool;
  /** Writes Python and runs it. */
  codeInterpreter(args?: BuiltInToolArgs): Tool;
  /** Makes a 3D model; it comes back as a file. */
  model3d(args?: BuiltInToolArgs): Tool;
}

/** The same tools for every major; `define` gives each the shape its major knows. */
export function gigachatTools<Tool>(
  define: (id: BuiltInToolId, args: Record<string, unknown>) => Tool,
): GigaChatTools<Tool> {
  return {
    webSearch: (args = {}) => define('web_search', args),
    urlExtraction: (args = {}) => define('url_extraction', args),
    imageGeneration: (args = {}) => define('image_generation', args),
    codeInterpreter: (args = {}) => define('code_interpreter', args),
    model3d: (args = {}) => define('model_3d', args),
  };
}
