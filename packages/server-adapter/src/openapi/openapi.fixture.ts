import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import assert from 'node:assert/strict';
import { routes } from '../routes/routes.js';
import { openApiDocument } from './openapi-document.js';

interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly responses: Responses }>>>>;
  readonly components: object;
}

type Responses = Readonly<Record<string, { readonly content: Readonly<Record<string, { readonly schema: object }>> }>>;

const document = openApiDocument(routes) as unknown as Described;
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
const compiled = new Map<object, ValidateFunction>();

/** Checks that a reply is one the OpenAPI document announces for its route. Replies of no route are left alone. */
export async function expectDescribed(method: string, path: string, reply: Response): Promise<void> {
  const pattern = path.replace(/\/(people|insights\/items|suggestions)\/[^/]+/, '/$1/{id}');
  const operation = (document.paths[path] ?? document.paths[pattern])?.[method.toLowerCase()];
  if (
    operation === undefined ||
    reply.status === 204 ||
    reply.status === 304 ||
    // A stream has no end to wait for.
    path === '/v1/changes' ||
    method === 'HEAD' ||
    method === 'OPTIONS'
  )
    return;
  const response = operation.responses[reply.status] ?? operation.responses['default'];
  const type = (reply.headers.get('content-type') ?? '').split(';')[0] ?? '';
  const schema = response?.content[type]?.schema;
  assert.ok(schema !== undefined, `${method} ${path} answered ${reply.status} with ${type}, which is not described`);
  const validate = compiled.get(schema) ?? ajv.compile({ ...schema, components: document.components });
  compiled.set(schema, validate);
  const isJson = type.endsWith('json');
  const body: unknown = isJson ? await reply.clone().json() : await reply.clone().text();
  assert.ok(validate(body), `${method} ${path} answered what is not described: ${ajv.errorsText(validate.errors)}`);
}
