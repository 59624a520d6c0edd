/**
 * Whether an IP address may be reached on a stranger's word: globally routable unicast, and no cloud's metadata
 * service. Whatever cannot be read as an address is not.
 */
export function isPublicAddress(address: string): boolean {
  const bare = address.startsWith('[') && address.endsWith(']') ? address.slice(1, -1) : address;
  const v4 = parseIpv4(bare);
  if (v4 !== undefined) return isPublicIpv4(v4);
  const v6 = parseIpv6(bare);
  return v6 !== undefined && isPublicIpv6(v6);
}

/** Whether a host is an address rather than a name. */
export const isAddress = (host: string): boolean =>
  parseIpv4(host) !== undefined || parseIpv6(host.replace(/^\[|\]$/g, '')) !== undefined;

type Range = readonly [network: string, prefix: number];

// From the IANA special-purpose registry. 192.88.99.0/24 is the relay of 6to4; 168.63.129.16 is public by number
// and answers for Azure's metadata from inside every machine there.
const closedIpv4: readonly Range[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['168.63.129.16', 32],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

// Inside 2000::/3, the only block that is routed at all: protocol assignments with Teredo, documentation, 6to4.
const closedIpv6: readonly Range[] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
];

function isPublicIpv4(address: number): boolean {
  return !closedIpv4.some(([network, prefix]) => {
    const mask = prefix === 32 ? 0xffffffff : ~(0xffffffff >>> prefix);
    return ((address ^ (parseIpv4(network) ?? 0)) & mask) === 0;
  });
}

function isPublicIpv6(groups: readonly number[]): boolean {
  // ::ffff:a.b.c.d is IPv4 in disguise.
  if (matches(groups, '::ffff:0:0', 96)) {
    return isPublicIpv4((((groups[6] ?? 0) << 16) | (groups[7] ?? 0)) >>> 0);
  }
  return (
    matches(groups, '2000::', 3) && !closedIpv6.some(([network, prefix]) => matches(groups, network, prefix))
  );
}

function matches(groups: readonly number[], network: string, prefix: number): boolean {
  const wanted = parseIpv6(network) ?? [];
  return groups.every((group, index) => {
    const bits = Math.min(16, Math.max(0, prefix - index * 16));
    return (group ^ (wanted[index] ?? 0)) >>> (16 - bits) === 0;
  });
}

/** Four plain decimal numbers; URL parsers have turned every other notation into these already. */
function parseIpv4(text: string): number | undefined {
  const parts = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (parts === undefined || parts.some((part) => part > 255)) return undefined;
  return parts.reduce((address, part) => ((address << 8) | part) >>> 0, 0);
}

/** Eight groups of sixteen bits; a zone such as `%eth0` makes an address local, so it is refused. */
function parseIpv6(text: string): number[] | undefined {
  if (!text.includes(':') || text.includes('%')) return undefined;
  const halves = withoutDottedTail(text)?.split('::');
  if (halves === undefined || halves.length > 2) return undefined;
  const [head = [], tail = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  const missing = 8 - head.length - tail.length;
  if (halves.length === 1 ? missing !== 0 : missing < 1) return undefined;
  const groups = [...head, ...Array.from({ length: missing }, () => '0'), ...tail];
  if (!groups.every((group) => /^[\da-f]{1,4}$/i.test(group))) return undefined;
  return groups.map((group) => Number.parseInt(group, 16));
}

/** `::ffff:1.2.3.4` as `::ffff:102:304`. */
function withoutDottedTail(text: string): string | undefined {
  if (!text.includes('.')) return text;
  const colon = text.lastIndexOf(':');
  const tail = parseIpv4(text.slice(colon + 1));
  if (tail === undefined) return undefined;
  return `${text.slice(0, colon + 1)}${(tail >>> 16).toString(16)}:${(tail & 0xffff).toString(16)}`;
}
