import type { CallOptions } from '../call-options.ts';
import { NotFoundError } from '../errors/index.ts';
import type { JsonObject } from '../turn/json.ts';
import type { ChatModelId } from '../turn/model-id.ts';
import type { FunctionTool } from '../turn/tool.ts';
import { asObject } from '../wire/read-json.ts';
import type { ApiContext } from './client-context.ts';
import { jsonCall } from './json-call.ts';
import { booleanField, objectOf, objectsOf, stringField, stringsField, timeField } from './json-fields.ts';
import { toWireFunction } from './wire-function.ts';

/** A model with a name, instructions, files and functions, kept on the server. */
export interface Assistant {
  readonly id: string;
  readonly name: string | undefined;
  readonly description: string | undefined;
  readonly instructions: string | undefined;
  readonly model: string | undefined;
  readonly fileIds: readonly string[];
  readonly metadata: JsonObject;
  /** Unix time in milliseconds. */
  readonly createdAtMs: number | undefined;
  readonly updatedAtMs: number | undefined;
  /** The server's own object. */
  readonly raw: JsonObject;
}

export interface AssistantChanges {
  readonly name?: string | undefined;
  readonly description?: string | undefined;
  readonly instructions?: string | undefined;
  readonly fileIds?: readonly string[] | undefined;
  readonly metadata?: JsonObject | undefined;
  readonly functions?: readonly FunctionTool[] | undefined;
}

export interface AssistantCreateRequest extends AssistantChanges {
  readonly name: string;
  /** The client's `model` when left out. */
  readonly model?: ChatModelId | undefined;
}

/** Assistants of v1, for accounts that have them; `storage` of chat in v2 takes their place. */
export class Assistants {
  readonly #context: ApiContext;

  constructor(context: ApiContext) {
    this.#context = context;
  }

  /** Every assistant of the account. */
  list(options?: CallOptions): Promise<Assistant[]> {
    return this.#list(undefined, options);
  }

  /** @throws NotFoundError when there is none. */
  async retrieve(id: string, options?: CallOptions): Promise<Assistant> {
    const found = await this.#list(id, options);
    const assistant = found.find((candidate) => candidate.id === id);
    if (assistant === undefined) throw new NotFoundError(`There is no assistant ${id}.`);
    return assistant;
  }

  async create(
    request: AssistantCreateRequest,
    options?: CallOptions,
  ): Promise<{ readonly id: string; readonly createdAtMs: number | undefined; readonly raw: JsonObject }> {
    const { body } = await this.#context.requestJson(
      {
        ...jsonCall('assistants.create', '/assistants', {
          model: request.model ?? this.#context.defaults.model,
          ...toWireChanges(request),
        }),
        isRepeatable: false,
      },
      options,
    );
    const raw = objectOf(body);
    return { id: stringField(raw, 'assistant_id') ?? '', createdAtMs: timeField(raw, 'created_at'), raw };
  }

  /** Changes what is given and leaves the rest. */
  async modify(id: string, changes: AssistantChanges, options?: CallOptions): Promise<Assistant> {
    const { body } = await this.#context.requestJson(
      jsonCall('assistants.modify', '/assistants/modify', { assistant_id: id, ...toWireChanges(changes) }),
      options,
    );
    return readAssistant(objectOf(body));
  }

  async delete(
    id: string,
    options?: CallOptions,
  ): Promise<{ readonly id: string; readonly isDeleted: boolean }> {
    const { body } = await this.#context.requestJson(
      jsonCall('assistants.delete', '/assistants/delete', { assistant_id: id }),
      options,
    );
    const raw = objectOf(body);
    return { id: stringField(raw, 'assistant_id') ?? id, isDeleted: booleanField(raw, 'deleted') ?? true };
  }

  /** Takes a file from an assistant; the file itself stays. */
  async deleteFile(
    id: string,
    fileId: string,
    options?: CallOptions,
  ): Promise<{ readonly fileId: string; readonly isDeleted: boolean }> {
    const { body } = await this.#context.requestJson(
      jsonCall('assistants.deleteFile', '/assistants/files/delete', { assistant_id: id, file_id: fileId }),
      options,
    );
    const raw = objectOf(body);
    return { fileId: stringField(raw, 'file_id') ?? fileId, isDeleted: booleanField(raw, 'deleted') ?? true };
  }

  async #list(id: string | undefined, options: CallOptions | undefined): Promise<Assistant[]> {
    const { body } = await this.#context.requestJson(
      {
        operation: id === undefined ? 'assistants.list' : 'assistants.retrieve',
        method: 'GET',
        path: '/assistants',
        query: { assistant_id: id },
        accept: 'application/json',
      },
      options,
    );
    return objectsOf(Array.isArray(body) ? body : objectOf(body)['data']).map(readAssistant);
  }
}

const toWireChanges = (changes: AssistantChanges): JsonObject => ({
  name: changes.name,
  description: changes.description,
  instructions: changes.instructions,
  file_ids: changes.fileIds,
  metadata: changes.metadata,
  functions: changes.functions?.map(toWireFunction),
});

const readAssistant = (raw: JsonObject): Assistant => ({
  id: stringField(raw, 'assistant_id') ?? stringField(raw, 'id') ?? '',
  name: stringField(raw, 'name'),
  description: stringField(raw, 'description'),
  instructions: stringField(raw, 'instructions'),
  model: stringField(raw, 'model'),
  fileIds: stringsField(raw, 'file_ids') ?? [],
  metadata: asObject(raw['metadata']) ?? {},
  createdAtMs: timeField(raw, 'created_at'),
  updatedAtMs: timeField(raw, 'updated_at'),
  raw,
});
