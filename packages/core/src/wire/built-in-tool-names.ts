import type { BuiltInToolName } from '../turn/tool.ts';

/** What v1 calls the built-ins it has. */
export const v1BuiltInNames: Readonly<Partial<Record<BuiltInToolName, string>>> = {
  'image-generation': 'text2image',
  'model-3d': 'text2model3d',
};

export const v2BuiltInNames: Readonly<Record<BuiltInToolName, string>> = {
  'web-search': 'web_search',
  'url-extraction': 'url_content_extraction',
  'image-generation': 'image_generate',
  'code-interpreter': 'code_interpreter',
  'model-3d': 'model_3d_generate',
};

const neutralNames: ReadonlyMap<string, string> = new Map([
  ...Object.entries(v1BuiltInNames).map(([type, name]) => [name, type] as const),
  ...Object.entries(v2BuiltInNames).map(([type, name]) => [name, type] as const),
]);

/** A built-in as a `Tool` names it, whichever generation ran it; a name we do not know stays as the server said it. */
export const toolNameOf = (wireName: string): string => neutralNames.get(wireName) ?? wireName;
