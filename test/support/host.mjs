/**
 * @typedef {Record<string, string | undefined>} Settings
 * @typedef {{ app: { listen(port: number, host: string): import('node:http').Server }, close(): unknown, endStreams?(): void }} Served
 */

/**
 * Serves one app after another, as the parent process says: the settings of one begin it, and no settings end it.
 * Ends with the parent.
 * @param {(settings: Settings) => Promise<Served> | Served} open
 */
export function host(open) {
  let end = async () => {};
  process.once('disconnect', () => process.exit());
  process.on('message', async (/** @type {{ settings?: Settings }} */ { settings }) => {
    if (settings) {
      const { url, close } = await listen(await open(settings));
      end = close;
      process.stdout.write(`Larder is ready at ${url}\n`);
    } else {
      await end();
      process.stdout.write('Larder is closed\n');
    }
  });
}

/** @param {Served} served */
async function listen({ app, close, endStreams }) {
  const server = app.listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve);
        endStreams?.();
        server.closeIdleConnections();
      });
      await close();
    },
  };
}
