/** What a call id tells: which server state the call belongs to, and which call of its turn it is. */
export interface ToolCallReference {
  /** `functions_state_id` or `tools_state_id`; `undefined` when the server named none. */
  readonly stateId: string | undefined;
  readonly position: number;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const callId = /^call_(?:u([0-9a-z]{25})|x((?:[0-9a-f]{4})*)y|n)([0-9a-z]{6})([0-9]+)$/;

/**
 * An id for a function call. Neither generation can be trusted to give one, and frameworks hand nothing back
 * but the call id, so it carries the server's state id to the next request. The nonce keeps ids apart when
 * the server reuses one state for several turns. 40 characters at most for UUID states, letters and digits
 * only: other providers refuse anything else when a history moves to them.
 */
export function makeToolCallId(reference: ToolCallReference, nonce: string): string {
  return `call_${packState(reference.stateId)}${shorten(nonce)}${reference.position}`;
}

/** `undefined` for an id that this library did not make. */
export function readToolCallId(id: string): ToolCallReference | undefined {
  const match = callId.exec(id);
  if (match === null) return undefined;
  const [, packedUuid, packedText, , position] = match;
  const stateId =
    packedUuid !== undefined
      ? unpackUuid(packedUuid)
      : packedText !== undefined
        ? unpackText(packedText)
        : undefined;
  return { stateId, position: Number(position) };
}

function packState(stateId: string | undefined): string {
  if (stateId === undefined) return 'n';
  if (uuid.test(stateId)) {
    return `u${BigInt(`0x${stateId.replaceAll('-', '')}`)
      .toString(36)
      .padStart(25, '0')}`;
  }
  const units = Array.from({ length: stateId.length }, (_, index) =>
    stateId.charCodeAt(index).toString(16).padStart(4, '0'),
  );
  return `x${units.join('')}y`;
}

function unpackUuid(packed: string): string {
  let value = 0n;
  for (const digit of packed) value = value * 36n + BigInt(Number.parseInt(digit, 36));
  const hex = value.toString(16).padStart(32, '0');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function unpackText(packed: string): string {
  return packed.replaceAll(/.{4}/g, (unit) => String.fromCharCode(Number.parseInt(unit, 16)));
}

function shorten(nonce: string): string {
  const digits = nonce.toLowerCase().replaceAll(/[^0-9a-z]/g, '');
  // The tail: time-ordered UUIDs differ there, not at the front.
  return digits.slice(-6).padStart(6, '0');
}
