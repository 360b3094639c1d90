import { limits, usageEventSchema } from '@collateral/sdk/contract';
import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import type { Route } from '../routes/route.js';
import { routeDescriptions } from './describe-routes.js';
import { problemSchema } from './reply-schemas.js';
import type { RouteDescription } from './route-description.js';

/** A JSON object of the document. */
type Json = Readonly<Record<string, unknown>>;

const id: Json = { type: 'string', minLength: 1, maxLength: limits.idLength };

/** What a service may add to an event. */
const onBehalfOf: Json = {
  properties: {
    onBehalfOf: {
      description: 'Services only: the person the event counts for.',
      type: 'object',
      required: ['actorId'],
      properties: { actorId: id, team: id, producerIds: { type: 'array', maxItems: 100, items: id } },
    },
  },
};

/** Writes the OpenAPI 3.1 document of some routes. */
export function openApiDocument(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const description = routeDescriptions.get(`${route.method} ${route.path}`);
    if (description === undefined) throw new Error(`${route.method} ${route.path} is not described.`);
    (paths[route.path.replaceAll(/:(\w+)/g, '{$1}')] ??= {})[route.method.toLowerCase()] = operation(
      route,
      description,
    );
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Collateral',
      version: '1',
      summary: 'Usage events and ratings of sales and marketing collateral.',
      description:
        'Rules a schema can not tell, such as idempotency and time, are in docs/wire-protocol.md of the repository; every error code is in docs/errors.md.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '.', description: 'The path the host mounts the handler at.' }],
    paths,
    components: {
      schemas: { UsageEvent: jsonSchema(usageEventSchema, 'input'), Problem: jsonSchema(problemSchema, 'output') },
      securitySchemes: {
        host: {
          type: 'http',
          scheme: 'bearer',
          description: "The host's own sign-in. It may be a bearer token, a session cookie or a reverse proxy.",
        },
      },
    },
  };
}

function operation(
  route: Route,
  { summary, query, body, bodyTypes, csvBody, reply, replyType }: RouteDescription,
): Json {
  const content = (schema: Json, types: readonly string[]): Json =>
    Object.fromEntries(types.map((type) => [type, { schema }]));
  return {
    operationId: `${route.method.toLowerCase()}${route.path.replaceAll(/[^a-z0-9]+(.)/gi, (_match, first: string) => first.toUpperCase())}`,
    summary,
    security: route.audience === 'anybody' ? [] : [{ host: [] }],
    parameters: [
      ...pathParameters(route),
      ...(query ?? []).map((parameter) => ({ ...parameter, in: 'query', required: false })),
    ],
    ...(body && {
      requestBody: {
        required: true,
        content: {
          ...content(bodySchema(body), bodyTypes ?? ['application/json']),
          ...(csvBody === true && content({ type: 'string' }, ['text/csv'])),
        },
      },
    }),
    responses: {
      200: { description: 'Done.', content: content(jsonSchema(reply, 'output'), [replyType ?? 'application/json']) },
      ...(isTagged(route) && { 304: { description: 'Nothing has changed since If-None-Match.' } }),
      default: {
        description: 'Refused or failed. 429 and 503 come with Retry-After, in seconds.',
        content: content({ $ref: '#/components/schemas/Problem' }, ['application/problem+json']),
      },
    },
  };
}

function pathParameters({ path }: Route): readonly Json[] {
  const schema = path.startsWith('/v1/suggestions/') ? { ...id, maxLength: limits.suggestionIdLength } : id;
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => ({ name, in: 'path', required: true, schema }));
}

// Everything that is read again and again while a page is open.
function isTagged({ method, path }: Route): boolean {
  return method === 'GET' && /^\/v1\/(insights\/|suggestions|inbox|notices)/.test(path);
}

// The events of a batch are checked one by one and so are `unknown` in its schema; the document says what they may be.
function bodySchema(body: GenericSchema): Json {
  const schema = jsonSchema(body, 'input');
  const properties = schema['properties'] as Readonly<Record<string, Json>> | undefined;
  const events = properties?.['events'];
  if (events === undefined) return schema;
  return {
    ...schema,
    properties: {
      ...properties,
      events: { ...events, items: { allOf: [{ $ref: '#/components/schemas/UsageEvent' }, onBehalfOf] } },
    },
  };
}

function jsonSchema(schema: GenericSchema, typeMode: 'input' | 'output'): Json {
  // Rules written in code, such as "no half characters", have no form in JSON Schema and are left out.
  const { $schema: _standard, ...rest } = toJsonSchema(schema, {
    typeMode,
    errorMode: 'ignore',
    target: 'draft-2020-12',
  });
  return rest;
}
