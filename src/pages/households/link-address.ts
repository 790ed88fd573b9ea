import type { Config } from '../../config.js';

/**
 * A whole address of this Larder, for sending.
 * @param asked the request: it says the host where no address is configured
 * @param path with its slash
 */
export function linkAddress(
  { config }: { config: Config },
  asked: { protocol: string; host: string },
  path: string,
): string {
  return `${config.origin ?? `${asked.protocol}://${asked.host}`}${path}`;
}
