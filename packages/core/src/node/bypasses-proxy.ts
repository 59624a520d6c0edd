/** Whether `NO_PROXY` names a host: `*`, a name, a name with its subdomains (`.example.com`), each with a port or not. */
export function bypassesProxy(hostname: string, port: string, entries: readonly string[]): boolean {
  const host = hostname.toLowerCase().replace(/^\[|\]$/g, '');
  return entries.some((entry) => {
    if (entry === '*') return true;
    const { name, port: wantedPort } = split(entry.toLowerCase());
    if (name === '' || (wantedPort !== undefined && wantedPort !== port)) return false;
    return host === name || host.endsWith(`.${name}`);
  });
}

/** `*.example.com`, `.example.com` and `example.com` all mean the name and what is below it, as curl reads them. */
function split(entry: string): { name: string; port: string | undefined } {
  const [, name = entry, port] = /^(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry) ?? [];
  return { name: name.replace(/^\[|\]$/g, '').replace(/^\*?\./, ''), port };
}
