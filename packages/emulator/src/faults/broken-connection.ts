/**
 * Ends a body by breaking the connection: the socket server destroys the socket, in process the body errors.
 * Worded as the built-in `fetch` words a lost connection.
 */
export class BrokenConnection extends TypeError {
  constructor() {
    super('terminated');
    this.cause = Object.assign(new Error('other side closed'), { code: 'UND_ERR_SOCKET' });
  }
}
