import ipaddr from 'ipaddr.js';
import {LRUCache} from 'lru-cache';

type Address = ipaddr.IPv4 | ipaddr.IPv6;

/** Says whether an address belongs to a proxy of the operator's. */
export type ProxyRule = (address: string) => boolean;

/**
 * A rule for a list of addresses and networks, such as `10.0.0.0/8`; `loopback` stands for this machine.
 *
 * @throws {TypeError} Something that is neither.
 */
export function proxiesOf(networks: readonly string[]): ProxyRule {
  const ranges = networks
    .flatMap((network) => (network === 'loopback' ? ['127.0.0.0/8', '::1/128'] : [network]))
    .map((network) => {
      if (ipaddr.isValidCIDR(network)) return ipaddr.parseCIDR(network);
      const address = parsed(network);
      if (!address) throw new TypeError('it is neither an address nor a network');
      return [address, address.kind() === 'ipv4' ? 32 : 128] as [Address, number];
    });
  return (text) => {
    const address = parsed(text);
    return (
      address !== undefined &&
      ranges.some((range) => range[0].kind() === address.kind() && address.match(range))
    );
  };
}

/**
 * The client's address: the one that connected, or, as long as that is a proxy of ours, the one before it in
 * `X-Forwarded-For`, read from the right. What stands further left anybody can have written.
 */
export function clientOf(connected: string, forwarded: string | null, isProxy: ProxyRule): string {
  let client = connected;
  const hops = forwarded?.split(',').map((hop) => hop.trim()) ?? [];
  while (hops.length > 0 && isProxy(client)) {
    const hop = hops.pop()!;
    if (!parsed(hop)) break;
    client = hop;
  }
  return client;
}

/** How a client is called where its address itself is not wanted. */
export interface ClientNames {
  /** What it is counted by: an IPv4 address, or the /64 of an IPv6 address, since one household has all of it. */
  readonly key: string;
  /** As much of its address as may stand in a log: a network, not a person. */
  readonly network: string;
}

/** Most clients ask more than once. */
const named = new LRUCache<string, ClientNames>({max: 5000});

/** The names of a client; one that has no address shares them with all such. */
export function namesOf(client: string): ClientNames {
  let names = named.get(client);
  if (!names) {
    const address = parsed(client);
    const [host, network] = address?.kind() === 'ipv4' ? [32, 24] : [64, 48];
    names = address
      ? {key: networkOf(address, host), network: networkOf(address, network)}
      : {key: 'unknown', network: 'unknown'};
    named.set(client, names);
  }
  return names;
}

function networkOf(address: Address, bits: number): string {
  const bytes = address.toByteArray().map((byte, index) => {
    const kept = Math.min(8, Math.max(0, bits - 8 * index));
    return byte & (0xff << (8 - kept)) & 0xff;
  });
  const network = ipaddr.fromByteArray(bytes).toString();
  return bits === bytes.length * 8 ? network : `${network}/${bits}`;
}

/** An address in its own family: IPv4 that came in IPv6's clothes (`::ffff:1.2.3.4`) is IPv4. */
function parsed(text: string): Address | undefined {
  try {
    return ipaddr.process(text);
  } catch {
    return undefined;
  }
}
