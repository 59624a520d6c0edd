import { InvalidRequestError } from '../errors/api-error.ts';

const partTypesOf = {
  system: ['text'],
  user: ['text', 'file'],
  assistant: ['text', 'reasoning', 'file', 'tool-call'],
  tool: ['tool-result'],
};

const roles = Object.keys(partTypesOf);

/**
 * Refuses messages of a shape that the types do not allow: programs without types would lose a part in silence,
 * or fail somewhere inside.
 * @throws InvalidRequestError that names the message and the part.
 */
export function checkMessages(request: unknown): void {
  const messages = fieldOf(request, 'messages');
  if (!Array.isArray(messages)) {
    refuse('messages', "must be a list of messages, such as `[{ role: 'user', content: 'Привет!' }]`");
  }
  messages.forEach((message: unknown, index) => checkMessage(message, `messages[${index}]`));
}

function checkMessage(message: unknown, field: string): void {
  const role = fieldOf(message, 'role');
  const partTypes = Object.entries(partTypesOf).find(([name]) => name === role)?.[1];
  if (partTypes === undefined) refuse(`${field}.role`, `must be one of ${roles.join(', ')}`);
  const content = fieldOf(message, 'content');
  if (typeof content === 'string' && role !== 'tool') return;
  if (!Array.isArray(content)) {
    refuse(
      `${field}.content`,
      role === 'tool' ? 'must be a list of parts' : 'must be a text or a list of parts',
    );
  }
  content.forEach((part: unknown, index) => {
    const place = `${field}.content[${index}]`;
    const type = fieldOf(part, 'type');
    if (typeof type !== 'string' || !partTypes.includes(type)) {
      refuse(
        `${place}.type`,
        `must be one of ${partTypes.join(', ')} in a message of the role ${String(role)}`,
      );
    }
    if (type === 'text' && typeof fieldOf(part, 'text') !== 'string')
      refuse(`${place}.text`, 'must be a text');
  });
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}

function refuse(field: string, rule: string): never {
  throw new InvalidRequestError(`\`${field}\` ${rule}.`, { field });
}
