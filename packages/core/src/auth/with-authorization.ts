import type { SendStep } from '../transport/send.ts';
import type { TokenSource } from './token-source.ts';

/** Adds the bearer. After a 401 it asks for another token and sends the request once more. */
export const withAuthorization =
  (tokens: TokenSource): SendStep =>
  (next) =>
  async (request) => {
    // A caller that brings its own is trusted to know why.
    if (request.headers['authorization'] !== undefined) return next(request);
    const sendWith = (token: string) =>
      next({ ...request, headers: { ...request.headers, authorization: `Bearer ${token}` } });

    const token = await tokens.get(request.signal);
    const response = await sendWith(token);
    if (response.status !== 401) {
      tokens.accepted(token);
      return response;
    }
    let renewed: string | undefined;
    try {
      renewed = await tokens.renew(token, request.signal);
    } catch (error) {
      await response.discard();
      throw error;
    }
    if (renewed === undefined) return response;
    await response.discard();
    const answer = await sendWith(renewed);
    if (answer.status !== 401) tokens.accepted(renewed);
    return answer;
  };
