import { apiErrorOf, type RefusedAnswer } from '../errors/api-error-of.ts';
import { AuthenticationError, type ApiError } from '../errors/index.ts';
import type { GigaChatScope } from '../settings.ts';

/**
 * A refused sign-in. 4xx mean that the credentials are wrong whatever status a gateway chose; 429 and 5xx keep
 * their classes, since they pass.
 */
export function tokenRequestError(answer: RefusedAnswer, scope: GigaChatScope | undefined): ApiError {
  const error = apiErrorOf(answer);
  if (answer.status === 429 || answer.status >= 500) return error;
  const { status, code, requestId, headers, body } = error;
  return new AuthenticationError(withoutHint(error), {
    status,
    code,
    requestId,
    headers,
    body,
    hint: hintOf(code, scope) ?? error.hint,
  });
}

const withoutHint = ({ message, hint }: ApiError) =>
  hint === undefined ? message : message.slice(0, message.length - hint.length - ' ()'.length);

function hintOf(code: number | undefined, scope: string | undefined): string | undefined {
  switch (code) {
    case 1:
      return `the server knows no scope "${scope}": use GIGACHAT_API_PERS, GIGACHAT_API_B2B or GIGACHAT_API_CORP`;
    case 4:
      return 'the authorization key could not be decoded: pass it exactly as the portal shows it, without encoding it again';
    case 5:
      return 'no scope was sent: set `scope` (GIGACHAT_SCOPE)';
    case 6:
      return 'the key is unknown: it was revoked or regenerated in the portal, or id and secret belong to different projects';
    case 7:
      return `the key belongs to another scope than ${scope}: individuals use GIGACHAT_API_PERS, companies GIGACHAT_API_B2B (prepaid) or GIGACHAT_API_CORP (pay-as-you-go)`;
    default:
      return undefined;
  }
}
