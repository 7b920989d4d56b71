import {html} from 'hono/html';
import type {OpenAPIV3_1} from 'openapi-types';
import {type Piece, remarkOf, type Schema, typeText} from './type-text.ts';

type Html = ReturnType<typeof html>;
type Content = Readonly<Record<string, {schema?: unknown}>>;

const METHODS = ['get', 'post', 'put', 'delete'] as const;

/** A description as a page for people: one document, no script, nothing fetched. */
export function apiPage(document: OpenAPIV3_1.Document): Html {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item?.[method];
      return operation ? [{path, method, operation}] : [];
    }),
  );
  const groups = (document.tags ?? []).map(({name, description}) => ({
    name,
    description,
    operations: operations.filter(({operation}) => operation.tags?.includes(name)),
  }));
  const schemas = Object.entries(document.components?.schemas ?? {}) as [string, Schema][];
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${document.info.title}</title>
        <style>
          ${STYLE}
        </style>
      </head>
      <body>
        <header>
          <h1>${document.info.title}</h1>
          <p>${document.info.summary ?? ''}</p>
          <p>
            ${document.info.description ?? ''} As a file for programs:
            <a href="/openapi.json">openapi.json</a>.
          </p>
        </header>
        <nav aria-label="Operations">
          ${groups.map(
            (group) =>
              html`<h2>${group.name}</h2>
                <ul>
                  ${group.operations.map(({path, method, operation}) => contentsLine(path, method, operation))}
                </ul>`,
          )}
          <h2><a href="#schemas">Schemas</a></h2>
        </nav>
        <main>
          ${groups.map(
            (group) =>
              html`<section>
                <h2>${group.name}</h2>
                <p>${group.description ?? ''}</p>
                ${group.operations.map(({path, method, operation}) => article(path, method, operation))}
              </section>`,
          )}
          <section id="schemas">
            <h2>Schemas</h2>
            ${schemas.map(
              ([name, schema]) =>
                html`<h3 id="schema-${name}">${name}</h3>
                  <pre tabindex="0">${pieces(typeText(schema))}</pre>`,
            )}
          </section>
        </main>
      </body>
    </html>`;
}

const contentsLine = (path: string, method: string, {operationId, summary}: OpenAPIV3_1.OperationObject) =>
  html`<li>
    <a href="#${operationId ?? ''}"><code>${method.toUpperCase()} ${path}</code> ${summary ?? ''}</a>
  </li>`;

function article(path: string, method: string, operation: OpenAPIV3_1.OperationObject): Html {
  const parameters = (operation.parameters ?? []) as OpenAPIV3_1.ParameterObject[];
  const body = (operation.requestBody as OpenAPIV3_1.RequestBodyObject | undefined)?.content;
  return html`<article id="${operation.operationId ?? ''}">
    <h3>${operation.summary ?? ''}</h3>
    <p><code>${method.toUpperCase()} ${path}</code></p>
    ${operation.description === undefined ? '' : html`<p>${operation.description}</p>`}
    ${
      parameters.length === 0
        ? ''
        : html`<h4>Parameters</h4>
            <dl>${parameters.map(parameter)}</dl>`
    }
    ${
      body
        ? html`<h4>Body</h4>
            ${contents(body)}`
        : ''
    }
    <h4>Answers</h4>
    <dl>
      ${Object.entries(operation.responses ?? {}).map(([status, answer]) => {
        const {description, content = {}} = answer as OpenAPIV3_1.ResponseObject;
        return html`<dt>${status}</dt>
          <dd>${description} ${contents(content)}</dd>`;
      })}
    </dl>
  </article>`;
}

function parameter({name, in: place, description, schema = {}}: OpenAPIV3_1.ParameterObject): Html {
  const type = schema as Schema;
  return html`<dt><code>${name}</code> (${place})</dt>
    <dd>${description ?? ''} <code>${pieces(typeText(type))}${remarkOf(type)}</code></dd>`;
}

const contents = (content: Content): Html[] =>
  Object.entries(content).map(
    ([type, {schema}]) =>
      html`<p>${type}</p>
        <pre tabindex="0">${pieces(typeText((schema ?? {}) as Schema))}</pre>`,
  );

const pieces = (list: readonly Piece[]): Html[] =>
  list.map((piece) =>
    typeof piece === 'string' ? html`${piece}` : html`<a href="#schema-${piece.ref}">${piece.ref}</a>`,
  );

const STYLE = `
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
  body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; }
  article { border-top: 1px solid color-mix(in srgb, currentcolor 25%, transparent); padding-top: 1rem; margin-top: 2rem; }
  h1, h2, h3, h4 { line-height: 1.2; }
  code, pre { font: 0.875rem/1.45 ui-monospace, monospace; }
  pre { overflow-x: auto; padding: 0.75rem; border-radius: 0.5rem; background: color-mix(in srgb, currentcolor 7%, transparent); }
  nav ul { padding: 0; list-style: none; }
  dt { font-weight: 600; margin-top: 0.75rem; }
  dd { margin: 0 0 0 1.5rem; overflow-wrap: anywhere; }
`;
