import type { JsonObject, JsonValue } from '../../turn/json.ts';
import { isJsonObject } from '../../turn/is-json-object.ts';
import { own } from './lowered-schema.ts';

/** What a `$ref` inside the document points at: a JSON pointer, or an `$anchor`; `undefined` when there is no such place. */
export function resolvePointer(root: JsonObject, reference: string): JsonValue | undefined {
  if (!reference.startsWith('#')) return undefined;
  const fragment = decodeFragment(reference.slice(1));
  if (fragment === '') return root;
  if (!fragment.startsWith('/')) return findAnchor(root, fragment);
  let place: JsonValue | undefined = root;
  for (const token of fragment.slice(1).split('/')) {
    const key = token.replaceAll('~1', '/').replaceAll('~0', '~');
    if (Array.isArray(place)) place = (place as readonly JsonValue[])[Number(key)];
    else if (isJsonObject(place)) place = own(place, key);
    else return undefined;
  }
  return place;
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Anchors are looked for where definitions live, which is where generators put them. */
function findAnchor(root: JsonObject, anchor: string): JsonValue | undefined {
  for (const holder of [own(root, '$defs'), own(root, 'definitions')]) {
    if (!isJsonObject(holder)) continue;
    for (const definition of Object.values(holder)) {
      if (
        isJsonObject(definition) &&
        (definition['$anchor'] === anchor || definition['$id'] === `#${anchor}`)
      ) {
        return definition;
      }
    }
  }
  return undefined;
}
