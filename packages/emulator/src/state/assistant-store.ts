import type { Ids } from './ids.ts';

type Json = Readonly<Record<string, unknown>>;

export interface Assistant {
  readonly id: string;
  readonly account: string;
  /** Unix seconds. */
  readonly createdAt: number;
  readonly updatedAt: number;
  /** As given: model, name, description, instructions, file_ids, metadata, functions. */
  readonly fields: Json;
}

/** Prompts with a name, kept on the server. Past the ceiling the oldest is dropped. */
export interface AssistantStore {
  create(account: string, fields: Json): Assistant;
  find(account: string, id: string): Assistant | undefined;
  list(account: string): Assistant[];
  modify(assistant: Assistant, fields: Json): Assistant;
  delete(account: string, id: string): boolean;
}

const maxAssistants = 1_000;

export function createAssistantStore(ids: Ids, now: () => number): AssistantStore {
  const assistants = new Map<string, Assistant>();
  const seconds = (): number => Math.floor(now() / 1000);
  const find = (account: string, id: string): Assistant | undefined => {
    const assistant = assistants.get(id);
    return assistant?.account === account ? assistant : undefined;
  };
  return {
    find,
    create(account, fields) {
      const assistant = {
        id: ids.timeUuid(now()),
        account,
        createdAt: seconds(),
        updatedAt: seconds(),
        fields,
      };
      assistants.set(assistant.id, assistant);
      if (assistants.size > maxAssistants) {
        const oldest = assistants.keys().next();
        if (oldest.done !== true) assistants.delete(oldest.value);
      }
      return assistant;
    },
    list: (account) => [...assistants.values()].filter((one) => one.account === account).toReversed(),
    modify(assistant, fields) {
      const modified = {
        ...assistant,
        updatedAt: seconds(),
        fields: { ...assistant.fields, ...fields },
      };
      assistants.set(assistant.id, modified);
      return modified;
    },
    delete: (account, id) => find(account, id) !== undefined && assistants.delete(id),
  };
}
