import { isIP } from 'node:net';
import path from 'node:path';
import { z } from 'zod';

const DAY = 24 * 60 * 60 * 1000;

const days = (fallback: number) =>
  z.coerce
    .number({ error: 'must be a number of days' })
    .positive('must be above 0')
    .max(3650, 'must be 3650 days at most')
    .default(fallback);

const environment = z.object({
  NODE_ENV: z.string().optional(),
  PORT: z
    .string()
    .regex(/^\d+$/, 'must be a port number')
    .transform(Number)
    .refine((port) => port <= 65_535, { error: 'must be 65535 at most' })
    .default(3000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .refine((address) => urlOf(address)?.protocol === 'postgres:', {
      error: 'must be an address such as postgres://larder@db.example/larder',
    })
    .optional(),
  SESSION_SECRET: z
    .string()
    .transform((list) => list.split(',').map((secret) => secret.trim()))
    .refine((secrets) => secrets.every((secret) => Buffer.byteLength(secret) >= 32), {
      error: 'must be one or more secrets of at least 32 bytes each, with commas between them',
    })
    .optional(),
  BASE_URL: z
    .string()
    .refine((address) => /^https?:$/.test(urlOf(address)?.protocol ?? ''), {
      error: 'must be an address such as https://larder.example',
      abort: true,
    })
    .refine((address) => urlOf(address)?.href === `${urlOf(address)?.origin}/`, {
      error: 'must be a host alone, without a path or anything else',
    })
    .optional(),
  TRUST_PROXY: z
    .string()
    .transform((value) => (/^\d+$/.test(value) ? Number(value) : value.split(',').map((a) => a.trim())))
    .refine((value) => typeof value === 'number' || value.every(isProxyAddress), {
      error: 'must be how many proxies there are, or their addresses with commas between them',
    })
    .optional(),
  SIGNUPS: z.enum(['open', 'first', 'closed'], { error: 'must be open, first or closed' }).default('open'),
  SESSION_IDLE_DAYS: days(30),
  SESSION_ABSOLUTE_DAYS: days(180),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
});

export interface Config {
  /** NODE_ENV is production: then some mistakes of the program are only logged. */
  isProduction: boolean;
  port: number;
  host: string;
  dataDir: string;
  /** The PostgreSQL that has everything; undefined: files in dataDir. */
  databaseUrl: string | undefined;
  /** The first signs, all verify; undefined: make one and keep it beside the data. */
  sessionSecrets: string[] | undefined;
  /** The public origin, such as https://larder.example, or undefined. */
  origin: string | undefined;
  /** People reach Larder over https. */
  https: boolean;
  trustProxy: number | string[] | undefined;
  signups: 'open' | 'first' | 'closed';
  /** Milliseconds. */
  sessionIdle: number;
  /** Milliseconds. */
  sessionAbsolute: number;
  logLevel: string;
}

/** A setting that can't be used; its message names the variable and never repeats the value. */
export class ConfigError extends Error {}

/**
 * Reads and checks the settings.
 * @param env usually process.env; an empty value counts as not set
 * @throws ConfigError that names every variable that is wrong
 */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const read = environment.safeParse(set);
  if (!read.success) {
    const problems = read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`);
    throw new ConfigError(problems.join('\n'));
  }
  const values = read.data;
  const origin = urlOf(values.BASE_URL ?? '')?.origin;
  return {
    isProduction: values.NODE_ENV === 'production',
    port: values.PORT,
    host: values.HOST,
    dataDir: path.resolve(values.DATA_DIR),
    databaseUrl: values.DATABASE_URL,
    sessionSecrets: values.SESSION_SECRET,
    origin,
    https: origin?.startsWith('https:') ?? false,
    trustProxy: values.TRUST_PROXY,
    signups: values.SIGNUPS,
    sessionIdle: values.SESSION_IDLE_DAYS * DAY,
    sessionAbsolute: values.SESSION_ABSOLUTE_DAYS * DAY,
    logLevel: values.LOG_LEVEL,
  };
}

function urlOf(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** An address, a range such as 10.0.0.0/8, or a name that Express knows. */
function isProxyAddress(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true;
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^[1-9]\d{0,2}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}
