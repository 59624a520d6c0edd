import type { BuiltInToolName } from '@gigakit/core/turn';

/** Every tool that GigaChat runs itself: its id after `gigachat.`, our type, and the names the two wires use. */
const tools = [
  { id: 'web_search', type: 'web-search', wireNames: [] },
  { id: 'url_extraction', type: 'url-extraction', wireNames: ['url_content_extraction'] },
  { id: 'image_generation', type: 'image-generation', wireNames: ['image_generate', 'text2image'] },
  { id: 'code_interpreter', type: 'code-interpreter', wireNames: [] },
  { id: 'model_3d', type: 'model-3d', wireNames: ['model_3d_generate', 'text2model3d'] },
] as const satisfies readonly {
  readonly id: string;
  readonly type: BuiltInToolName;
  readonly wireNames: readonly string[];
}[];

export type BuiltInToolId = (typeof tools)[number]['id'];

/** The tool's type, found by id (`gigachat.web_search` or `web_search`), by type or by a wire name. */
export function builtInToolType(name: string): BuiltInToolName | undefined {
  const bare = name.slice(name.indexOf('.') + 1);
  return tools.find(
    (tool) => tool.id === bare || tool.type === bare || tool.wireNames.some((wireName) => wireName === bare),
  )?.type;
}
