import type {Hono} from 'hono';
import {generateSpecs} from 'hono-openapi';
import type {OpenAPIV3_1} from 'openapi-types';

/** The OpenAPI 3.1 description of an app, made from the schemas by which it checks. */
export async function describeApi(app: Hono): Promise<OpenAPIV3_1.Document> {
  const document = await generateSpecs(app, {
    // The same operations stand below /v1 as well, which the servers say.
    exclude: /^\/v1(\/|$)/,
    defaultValidationErrorResponse: false,
    documentation: {
      info: {
        title: 'Store API',
        version: '1.0.0',
        summary: 'A local stand-in for the partner Store API, with a demo of what a community does with it.',
        description:
          'Operations tagged "Demo" are not part of the partner API: they buy, break and watch, and need a key with the ' +
          'permission `demo`. All others need a key with the permission `store`, which also says whose catalogue it is.',
      },
      servers: [{url: '/v1', description: 'Without what is tagged "Demo"'}, {url: '/'}],
      tags: [
        {name: 'Products', description: 'What the store offers.'},
        {name: 'Categories', description: 'Where it stands.'},
        {name: 'Store', description: 'How the store presents itself: one object a community.'},
        {name: 'Demo', description: 'Not of the partner API.'},
      ],
      security: [{apiKey: []}],
      components: {
        securitySchemes: {
          apiKey: {type: 'http', scheme: 'bearer', description: 'Authorization: Bearer <API key>'},
        },
      },
    },
  });
  for (const item of Object.values(document.paths ?? {})) {
    for (const {parameters = []} of [item?.get, item?.post, item?.put, item?.delete].filter(
      (one) => one !== undefined,
    )) {
      for (const parameter of parameters) asNumber(parameter as Parameter);
    }
  }
  return document;
}

interface Parameter {
  schema: {type?: string; pattern?: string; default?: unknown; minimum?: number};
}

/** All queries are text, and a whole number in one is described as what it means. */
function asNumber(parameter: Parameter) {
  const {pattern, default: unasked} = parameter.schema;
  if (!pattern?.startsWith('^\\d{')) return;
  parameter.schema = {type: 'integer', minimum: 0, ...(unasked !== undefined && {default: Number(unasked)})};
}
