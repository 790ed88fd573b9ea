import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from '../src/config.js';
import { temporaryFolder } from './support/database.js';
import { REAL, startServer } from './support/server.js';

const DAY = 86_400_000;
const SECRET = 'a-secret-that-is-long-enough-to-be-one';

function complaint(env: NodeJS.ProcessEnv): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as Error).message;
  }
  return expect.fail(`${JSON.stringify(env)} was taken`);
}

describe('The settings', () => {
  test('may all be left out', () => {
    expect(readConfig({})).toEqual({
      isProduction: false,
      port: 3000,
      host: '127.0.0.1',
      dataDir: path.resolve('data'),
      sessionSecrets: undefined,
      origin: undefined,
      https: false,
      trustProxy: undefined,
      signups: 'open',
      sessionIdle: 30 * DAY,
      sessionAbsolute: 180 * DAY,
      logLevel: 'info',
    });
  });

  test('that are empty count as left out', () => {
    const names = ['PORT', 'HOST', 'DATA_DIR', 'SESSION_SECRET', 'BASE_URL', 'TRUST_PROXY', 'SIGNUPS'];
    const empty = Object.fromEntries([...names, 'SESSION_IDLE_DAYS', 'LOG_LEVEL'].map((name) => [name, '']));
    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  test('know nothing of the rest of the environment', () => {
    expect(readConfig({ HOME: '/nowhere', PATH: '', LARDER: 'x' })).toEqual(readConfig({}));
  });

  test('take fractions of days, so that a session can last seconds', () => {
    const config = readConfig({ SESSION_IDLE_DAYS: '0.5', SESSION_ABSOLUTE_DAYS: '1.25' });
    expect(config).toMatchObject({ sessionIdle: DAY / 2, sessionAbsolute: 1.25 * DAY });
  });

  test('take several secrets, the first of which signs', () => {
    const config = readConfig({ SESSION_SECRET: `${SECRET}1, ${SECRET}2` });
    expect(config.sessionSecrets).toEqual([`${SECRET}1`, `${SECRET}2`]);
  });

  test.each([
    ['https://larder.example', 'https://larder.example', true],
    ['https://larder.example/', 'https://larder.example', true],
    ['HTTPS://Larder.Example:8443', 'https://larder.example:8443', true],
    ['http://nas.local:3000', 'http://nas.local:3000', false],
  ])('make of BASE_URL=%s the origin %s', (address, origin, https) => {
    expect(readConfig({ BASE_URL: address })).toMatchObject({ origin, https });
  });

  test('name a PostgreSQL, or none', () => {
    const databaseUrl = 'postgres://larder:secret@db.example:5433/larder';
    expect(readConfig({ DATABASE_URL: databaseUrl })).toMatchObject({ databaseUrl });
    expect(readConfig({ DATABASE_URL: '' }).databaseUrl).toBeUndefined();
  });

  test.each([
    ['1', 1],
    ['0', 0],
    ['10.0.0.1', ['10.0.0.1']],
    ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
    ['fd00::/8', ['fd00::/8']],
    ['loopback,uniquelocal', ['loopback', 'uniquelocal']],
  ])('make of TRUST_PROXY=%s %j', (text, trustProxy) => {
    expect(readConfig({ TRUST_PROXY: text })).toMatchObject({ trustProxy });
  });
});

describe('A setting that is wrong is named, and its value is not shown', () => {
  test.each<[string, string]>([
    ['PORT', 'eighty'],
    ['PORT', '-17'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', ' '],
    ['PORT', '0x1f90'],
    ['PORT', '3e3'],
    ['DATABASE_URL', 'mysql://larder:hunter2@db/larder'],
    ['DATABASE_URL', 'postgresql://larder:hunter2@db/larder'],
    ['DATABASE_URL', '/var/lib/hunter2.sqlite'],
    ['DATABASE_URL', 'hunter2'],
    ['SESSION_SECRET', 'hunter2-hunter2'],
    ['SESSION_SECRET', `${SECRET},hunter2`],
    ['SESSION_SECRET', ','],
    ['BASE_URL', 'kitchen'],
    ['BASE_URL', 'ftp://larder.example'],
    ['BASE_URL', 'https://larder.example/kitchen'],
    ['BASE_URL', 'https://larder.example/?kitchen=1'],
    ['BASE_URL', 'https://larder.example/#kitchen'],
    ['BASE_URL', 'https://ada:hunter2@larder.example'],
    ['TRUST_PROXY', 'nginx'],
    ['TRUST_PROXY', '10.0.0.0/99'],
    ['TRUST_PROXY', '0.0.0.0/0'],
    ['TRUST_PROXY', '10.0.0.1,nginx'],
    ['TRUST_PROXY', '10.0.0.1,'],
    ['TRUST_PROXY', '-4'],
    ['TRUST_PROXY', '10.0.0.0/8/8'],
    ['SIGNUPS', 'everyone'],
    ['SESSION_IDLE_DAYS', 'thirty'],
    ['SESSION_IDLE_DAYS', '0'],
    ['SESSION_IDLE_DAYS', '-17'],
    ['SESSION_IDLE_DAYS', 'Infinity'],
    ['SESSION_IDLE_DAYS', '3651'],
    ['SESSION_ABSOLUTE_DAYS', 'NaN'],
    ['LOG_LEVEL', 'loud'],
  ])('%s=%s', (name, value) => {
    const message = complaint({ [name]: value });
    expect(message).toMatch(new RegExp(`^${name} must \\S`));
    expect(message.split('\n')).toHaveLength(1);
    if (value.trim().length > 2) expect(message).not.toContain(value);
    expect(message).not.toContain('hunter2');
  });

  test('together with every other one that is wrong', () => {
    const message = complaint({ PORT: 'x', BASE_URL: 'y', TRUST_PROXY: 'z', SESSION_SECRET: 'short' });
    const named = message.split('\n').map((line) => line.split(' ', 1)[0]);
    expect(named.sort()).toEqual(['BASE_URL', 'PORT', 'SESSION_SECRET', 'TRUST_PROXY']);
  });
});

describe('A server with a wrong setting', () => {
  test('does not start, and says which one on its last words', async () => {
    const env = { SESSION_SECRET: 'hunter2', TRUST_PROXY: 'nginx', LOG_LEVEL: 'loud' };
    const start = startServer({ entry: REAL, env, dataDir: temporaryFolder() });
    const error = await start.then(
      () => expect.fail('It started'),
      (reason: Error) => reason,
    );
    expect(error.message).toMatch(/ended with 1 before it was ready/);
    for (const name of Object.keys(env)) expect(error.message).toContain(`${name} must`);
    expect(error.message).not.toMatch(/hunter2|nginx|loud|at \S+ \(/);
  });
});
