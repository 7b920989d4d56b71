import assert from 'node:assert/strict';
import {Ajv2020, type ValidateFunction} from 'ajv/dist/2020.js';
import addFormatsPlugin from 'ajv-formats';
import type {Hono} from 'hono';
import type {OpenAPIV3_1} from 'openapi-types';
import {describeApi} from '../../../demo/store/openapi/document.ts';

// The plugin is a CommonJS module whose types say otherwise.
const addFormats = addFormatsPlugin as unknown as (ajv: Ajv2020) => void;

type Method = 'get' | 'post' | 'put' | 'delete';

/** One request and what came back. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  /** The JSON that was sent, if it was JSON. */
  readonly sent?: unknown;
  readonly status: number;
  readonly received: unknown;
}

/** Holds exchanges against the OpenAPI description of an app. */
export interface Description {
  readonly document: OpenAPIV3_1.Document;
  /** Throws where an accepted body or an answer is not as the description says. */
  check(exchange: Exchange): void;
}

let description: Promise<Description> | undefined;

/** The description, which is the same for every app of the process. */
export const describedBy = (app: Hono): Promise<Description> => (description ??= describe(app));

async function describe(app: Hono): Promise<Description> {
  const document = await describeApi(app);
  const ajv = new Ajv2020({strict: false, allErrors: true});
  addFormats(ajv);
  ajv.addSchema(document, 'api');
  const compiled = new Map<string, ValidateFunction>();
  const validator = (pointer: string) => {
    const known = compiled.get(pointer) ?? ajv.compile({$ref: `api#${pointer}`});
    compiled.set(pointer, known);
    return known;
  };
  const hold = (what: string, pointer: string, value: unknown) => {
    const validate = validator(pointer);
    assert.ok(
      validate(value),
      `${what} is not as described: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(value)}`,
    );
  };

  return {
    document,
    check({method, path, sent, status, received}) {
      const operation = method.toLowerCase() as Method;
      const template = templateOf(document, operation, path);
      if (template === undefined) return;
      const what = `${method} ${template} (${status})`;
      const {requestBody, responses} = document.paths![template]![operation]!;
      assert.ok(responses?.[status], `${what} is not described`);
      const base = `/paths/${escaped(template)}/${operation}`;
      hold(
        `The answer to ${what}`,
        `${base}/responses/${status}/content/${escaped('application/json')}/schema`,
        received,
      );
      if (sent === undefined || !requestBody || status >= 300) return;
      hold(
        `The accepted body of ${what}`,
        `${base}/requestBody/content/${escaped('application/json')}/schema`,
        sent,
      );
    },
  };
}

/** The described path that an asked one is, with names for ids. */
function templateOf({paths = {}}: OpenAPIV3_1.Document, method: Method, asked: string): string | undefined {
  const bare = asked.replace(/\?.*/, '').replace(/^\/v1(?=\/)/, '');
  const templates = Object.keys(paths).filter((path) => paths[path]?.[method]);
  const matches = (path: string) => new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(bare);
  return templates.find((path) => path === bare) ?? templates.find(matches);
}

const escaped = (segment: string) => encodeURIComponent(segment.replaceAll('~', '~0').replaceAll('/', '~1'));
