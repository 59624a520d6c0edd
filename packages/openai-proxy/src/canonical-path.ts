/**
 * The path of a route: `/v1` in front is left out however often a tool put it there, and so is a slash at the end. Some
 * tools want a base URL with `/v1`, some without, and some add it to one that has it.
 */
export function canonicalPath(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2);
  const end = url.slice(start).search(/[?#]/);
  const path = start === -1 ? '/' : end === -1 ? url.slice(start) : url.slice(start, start + end);
  const bare = path.replace(/^(?:\/v1(?=\/|$))+/, '').replace(/\/+$/, '');
  return bare === '' ? '/' : bare;
}
