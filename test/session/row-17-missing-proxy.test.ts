import { expect, it } from 'vitest';
import { LarderProcess } from '../support/server.js';
import { Visitor } from '../support/visitor.js';
import { NAIVE_PROGRAM } from './naive/using-naive.js';

const ERROR = 50;

/** Row 17: a Secure cookie that is silently missing behind a proxy. */
async function behindProxy(
  env: Record<string, string>,
  work: (visitor: Visitor) => Promise<void>,
  program: { entry?: string } = {},
) {
  const server = new LarderProcess({ env: { BASE_URL: 'https://larder.example', ...env }, ...program });
  server.expectError(/TRUST_PROXY/);
  await server.start();
  try {
    await work(new Visitor(server.url, { as: 'https://larder.example' }));
  } finally {
    await server.stop();
  }
  return server.logs.filter(({ level }) => level >= ERROR);
}

async function saidOnce(program: { entry?: string } = {}): Promise<void> {
  const twoPages = async (visitor: Visitor) => {
    expect((await visitor.getRaw('/')).status).toBe(200);
    await visitor.getRaw('/login');
  };
  const errors = await behindProxy({}, twoPages, program);
  expect(errors.map(({ msg }) => msg)).toEqual([
    expect.stringMatching(/BASE_URL.*https.*TRUST_PROXY.*X-Forwarded-Proto/),
  ]);
}

it('says at the first request, loudly and once, what to set', async () => {
  await saidOnce();
});

it('the naive way sets no cookie, signs nobody in, and says nothing', async () => {
  await behindProxy(
    {},
    async (visitor) => {
      const form = (await visitor.get('/login')).form('/login');
      const answer = await form.fill({ username: 'ada', password: 'plum-lantern-orbit-47' }).submitRaw();
      expect([answer.status, answer.headers.getSetCookie()]).toEqual([303, []]);
    },
    { entry: NAIVE_PROGRAM },
  );
  await expect(saidOnce({ entry: NAIVE_PROGRAM })).rejects.toMatchObject({ name: 'AssertionError' });
});

it('refuses to sign anyone up or in without a cookie that could hold it, instead of pretending', async () => {
  await behindProxy({}, async (visitor) => {
    const form = (await visitor.get('/login')).form('/login');
    const answer = await form.fill({ username: 'ada', password: 'plum-lantern-orbit-47' }).submit();
    expect(answer.status).toBe(421);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(answer.h1).toMatch(/https/);
  });
});

it('says nothing when the proxy is trusted and says https', async () => {
  const errors = await behindProxy({ TRUST_PROXY: '1' }, async (visitor) => {
    expect((await visitor.getRaw('/login')).status).toBe(200);
  });
  expect(errors).toEqual([]);
});
