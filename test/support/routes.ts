import type { Express } from 'express';

interface Layer {
  route?: { path: string; methods: Record<string, boolean> };
  handle?: { stack?: Layer[] };
}

/** Every route of the app, such as "GET /places/:id". */
export function routesOf(app: Express): string[] {
  const walk = (layers: Layer[]): string[] =>
    layers.flatMap(({ route, handle }) => {
      if (!route) return walk(handle?.stack ?? []);
      const methods = Object.keys(route.methods).map((method) => method.toUpperCase());
      return methods.map((method) => `${method} ${route.path}`);
    });
  return walk(app.router.stack as unknown as Layer[]);
}
