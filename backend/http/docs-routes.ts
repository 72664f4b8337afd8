import { html } from 'hono/html';

import type { newRoutes } from './route-parts.ts';
import { newRoutes as routes } from './route-parts.ts';

type App = ReturnType<typeof newRoutes>;
type Document = ReturnType<App['getOpenAPI31Document']>;
type Operation = NonNullable<NonNullable<Document['paths']>[string]['get']>;

const methods = ['get', 'post', 'patch', 'put', 'delete'] as const;

/** The contract as data and as a page; the page is made here and loads nothing but its own style sheet. */
export function docsRoutes(api: App, version: string): App {
  const app = routes();
  api.openAPIRegistry.registerComponent('securitySchemes', 'device', { type: 'http', scheme: 'bearer' });
  let document: Document | undefined;
  const read = (): Document =>
    (document ??= api.getOpenAPI31Document({
      openapi: '3.1.0',
      info: {
        title: 'VintedBot backend',
        version,
        description: 'Photos in, finished drafts out. Every failure has the shape {failure: {code, message, field?}}.',
      },
    }));
  app.get('/openapi.json', (c) => c.json(read()));
  app.get('/docs', (c) => c.html(page(read())));
  app.get('/docs/style.css', (c) => c.body(style, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  return app;
}

const page = (document: Document) =>
  html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${document.info.title}</title>
        <link rel="stylesheet" href="/docs/style.css" />
      </head>
      <body>
        <header>
          <h1>${document.info.title} ${document.info.version}</h1>
          <p>${document.info.description}</p>
          <p><a href="/openapi.json">OpenAPI as JSON</a></p>
        </header>
        <main>${operationsOf(document).map(operationSection)}</main>
      </body>
    </html>`;

type Route = { method: string; path: string; operation: Operation };

const operationsOf = (document: Document): Route[] =>
  Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation ? [{ method, path, operation }] : [];
    }),
  );

const operationSection = ({ method, path, operation }: Route) => html`
  <section>
    <h2><code>${method.toUpperCase()} ${path}</code></h2>
    <p><strong>${operation.summary}</strong> ${operation.security ? '(device token)' : '(no token)'}</p>
    <p>${operation.description}</p>
    ${parametersTable(operation)} ${bodies('Body', operation.requestBody)}
    ${Object.entries(operation.responses ?? {}).map(([status, answer]) => bodies(`Answer ${status}`, answer))}
  </section>
`;

function parametersTable(operation: Operation) {
  const parameters = (operation.parameters ?? []).filter((parameter) => 'name' in parameter);
  if (parameters.length === 0) return '';
  return html`<table>
    <caption>
      Parameters
    </caption>
    ${parameters.map(
      ({ name, in: place, required, schema }) =>
        html`<tr>
          <th scope="row"><code>${name}</code></th>
          <td>${place}${required ? ', required' : ''}</td>
          <td><code>${JSON.stringify(schema ?? {})}</code></td>
        </tr>`,
    )}
  </table>`;
}

type Body = { description?: string; content?: Record<string, { schema?: unknown }> };

function bodies(label: string, body: unknown) {
  const { description = '', content = {} } = (body ?? {}) as Body;
  if (body === undefined) return '';
  return html`<details>
    <summary>${label} ${description}</summary>
    ${Object.entries(content).map(
      ([type, { schema }]) =>
        html`<p><code>${type}</code></p>
          <pre tabindex="0">${JSON.stringify(schema, null, 2)}</pre>`,
    )}
  </details>`;
}

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; }
section { border-top: 1px solid; padding-block: 0.5rem 1rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.125rem; overflow-wrap: anywhere; }
table { border-collapse: collapse; width: 100%; } caption { text-align: left; font-weight: 600; }
th, td { text-align: left; padding: 0.25rem 0.5rem 0.25rem 0; vertical-align: top; overflow-wrap: anywhere; }
pre { overflow: auto; max-height: 24rem; padding: 0.75rem; border: 1px solid; border-radius: 0.5rem; }
summary { cursor: pointer; padding-block: 0.25rem; }
`;
