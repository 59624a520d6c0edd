import { jsonAnswer } from '../answer.ts';
import { findAssistant } from '../chat/conversation.ts';
import { findChatModel } from '../chat/validate-v1.ts';
import type { Exchange } from '../exchange.ts';
import { isRecord } from '../is-record.ts';
import { Refusal } from '../refusal.ts';
import type { Route } from '../route.ts';
import type { Assistant } from '../state/assistant-store.ts';
import { optionalText, textOf } from '../text-of.ts';

type Json = Readonly<Record<string, unknown>>;

const common = { generation: 'v1', access: 'token' } as const;
const kept = ['model', 'name', 'description', 'instructions', 'file_ids', 'metadata', 'functions'] as const;

export const listAssistants: Route = {
  ...common,
  method: 'GET',
  path: 'assistants',
  body: 'none',
  handle(exchange) {
    const id = exchange.url.searchParams.get('assistant_id') ?? undefined;
    const one = findAssistant(exchange, id);
    const found = one === undefined ? exchange.world.assistants.list(exchange.token?.account ?? '') : [one];
    return jsonAnswer({ data: found.map(assistantJson) });
  },
};

export const createAssistant: Route = {
  ...common,
  method: 'POST',
  path: 'assistants',
  body: 'json',
  handle(exchange, { body }) {
    const fields = fieldsOf(body);
    if (typeof fields['model'] !== 'string') throw new Refusal(400, 'Bad request: model must be a string');
    findChatModel(fields['model'], exchange.world.profile);
    const made = exchange.world.assistants.create(exchange.token?.account ?? '', fields);
    return jsonAnswer({ assistant_id: made.id, created_at: made.createdAt });
  },
};

export const modifyAssistant: Route = {
  ...common,
  method: 'POST',
  path: 'assistants/modify',
  body: 'json',
  handle(exchange, { body }) {
    const fields = fieldsOf(body);
    if (fields['model'] !== undefined) findChatModel(fields['model'], exchange.world.profile);
    return jsonAnswer(
      assistantJson(exchange.world.assistants.modify(requireAssistant(exchange, body), fields)),
    );
  },
};

export const deleteAssistant: Route = {
  ...common,
  method: 'POST',
  path: 'assistants/delete',
  body: 'json',
  handle(exchange, { body }) {
    const { id, account } = requireAssistant(exchange, body);
    exchange.world.assistants.delete(account, id);
    return jsonAnswer({ assistant_id: id, deleted: true });
  },
};

export const deleteAssistantFile: Route = {
  ...common,
  method: 'POST',
  path: 'assistants/files/delete',
  body: 'json',
  handle(exchange, { body }) {
    const assistant = requireAssistant(exchange, body);
    const fileId = isRecord(body) ? textOf(body['file_id']) : '';
    const ids = Array.isArray(assistant.fields['file_ids']) ? assistant.fields['file_ids'] : [];
    if (!ids.includes(fileId)) throw new Refusal(404, 'No such file');
    exchange.world.assistants.modify(assistant, { file_ids: ids.filter((id) => id !== fileId) });
    return jsonAnswer({ file_id: fileId, deleted: true });
  },
};

function requireAssistant(exchange: Exchange, body: unknown): Assistant {
  const id = isRecord(body) ? optionalText(body['assistant_id']) : undefined;
  const found = findAssistant(exchange, id);
  if (found === undefined) throw new Refusal(400, 'Bad request: assistant_id must be a string');
  return found;
}

function fieldsOf(body: unknown): Json {
  if (!isRecord(body)) throw new Refusal(400, 'Bad request');
  return Object.fromEntries(kept.flatMap((name) => (body[name] === undefined ? [] : [[name, body[name]]])));
}

function assistantJson({ id, createdAt, updatedAt, fields }: Assistant): Json {
  const { description, functions } = fields;
  return {
    assistant_id: id,
    created_at: createdAt,
    updated_at: updatedAt,
    name: fields['name'] ?? '',
    ...(description === undefined ? {} : { description }),
    instructions: fields['instructions'] ?? '',
    model: fields['model'],
    metadata: fields['metadata'] ?? {},
    file_ids: fields['file_ids'] ?? [],
    ...(functions === undefined ? {} : { functions }),
  };
}
