import { isIPv6 } from 'node:net';

/**
 * The network that an address is counted with. An IPv4 address stands for itself; of an IPv6 address only the first
 * half counts, since whoever has one has all of its /64, and may take a new one for each request.
 * Source: RFC 6177; a subnet of 64 bits is what a single home or server is given at the least.
 * @param address as Node gives it, IPv4 perhaps in IPv6's form
 */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return address;
  return `${groupsOf(bare).slice(0, 4).join(':')}::/64`;
}

/** The eight groups of an IPv6 address, the zeros written out that `::` stands for, none with zeros in front. */
function groupsOf(address: string): string[] {
  // The WHATWG parser brings every way of writing an address to one.
  const [start = '', end] = new URL(`http://[${address}]`).hostname.slice(1, -1).split('::');
  const [before, after] = [start, end ?? ''].map((part) => part.split(':').filter(Boolean)) as [
    string[],
    string[],
  ];
  return [...before, ...Array<string>(8 - before.length - after.length).fill('0'), ...after];
}
