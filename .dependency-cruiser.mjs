// The layers of ARCHITECTURE.md. Anything an arrow there does not allow fails here.
const test = '\\.(test|fixture)\\.ts$';
const rule = (name, comment, from, to) => ({
  name,
  comment,
  severity: 'error',
  from: { pathNot: test, ...from },
  to,
});
const sdk = '^packages/sdk/src/';
const elements = '^packages/elements/src/';
const server = '^packages/server-adapter/src/';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    rule(
      'no-cycles',
      'Modules that need each other are one idea or need a third.',
      { pathNot: '^$' },
      { circular: true },
    ),
    {
      name: 'no-orphans',
      comment: 'A file nobody imports is dead or misses its entry.',
      severity: 'error',
      from: { orphan: true, path: '^packages/', pathNot: `(${test}|\\.d\\.ts$)` },
      to: {},
    },
    rule('no-unknown', 'Every import has to resolve.', {}, { couldNotResolve: true }),
    rule(
      'contract-stands-alone',
      'sdk/contract imports nothing but valibot.',
      { path: `${sdk}contract/` },
      { pathNot: [`${sdk}contract/`, 'node_modules/valibot'] },
    ),
    rule(
      'idb-only-in-outbox',
      'The outbox owns the disk.',
      { path: '^packages/', pathNot: [`${sdk}outbox/`, test] },
      { path: 'node_modules/idb' },
    ),
    rule(
      'ky-only-in-transport',
      'The transport owns HTTP.',
      { path: '^packages/', pathNot: [`${sdk}transport/`, test] },
      { path: 'node_modules/ky' },
    ),
    rule(
      'sdk-no-valibot',
      'The client path stays small; only contract uses valibot.',
      { path: sdk, pathNot: [`${sdk}contract/`, test] },
      { path: 'node_modules/valibot' },
    ),
    rule(
      'sdk-imports-no-other-package',
      'The SDK is the lowest package.',
      { path: sdk },
      { path: ['^packages/(?!sdk/)', 'node_modules/(lit|hono)'] },
    ),
    rule(
      'outbox-and-transport-are-strangers',
      'delivery alone knows both.',
      { path: `${sdk}(outbox|transport)/` },
      { path: `${sdk}(outbox|transport|delivery|reader|record|client|index)`, pathNot: `${sdk}$1/` },
    ),
    rule(
      'delivery-and-below-never-import-the-client',
      'index -> client -> record | delivery | reader.',
      { path: `${sdk}(record|delivery|reader|outbox|transport)/` },
      { path: `${sdk}(index|client|create-client)\\.ts$` },
    ),
    rule(
      'delivery-reader-record-apart',
      'record, delivery and reader meet in the client only.',
      { path: `${sdk}(record|delivery|reader)/` },
      { path: `${sdk}(record|delivery|reader)/`, pathNot: `${sdk}$1/` },
    ),
    rule(
      'platform-is-low',
      'platform imports contract only.',
      { path: `${sdk}platform` },
      { path: sdk, pathNot: [`${sdk}contract/`, `${sdk}platform`] },
    ),
    rule(
      'elements-use-public-sdk',
      'Elements import the public entries of the SDK.',
      { path: elements },
      { path: sdk, pathNot: [`${sdk}(index|contract/index|testing/index)\\.ts$`] },
    ),
    rule(
      'elements-allowed-packages',
      'Elements use lit, @lit/* and the SDK.',
      { path: elements },
      {
        path: 'node_modules/',
        pathNot: 'node_modules/(lit|lit-html|lit-element|@lit|@collateral|@shoelace-style/localize|d3-)',
      },
    ),
    rule(
      'element-folders-apart',
      "An element's folder never imports another element's folder.",
      { path: `${elements}(provider|rating|insights|suggestions|inbox|scorecard)/` },
      { path: `${elements}(provider|rating|insights|suggestions|inbox|scorecard)/`, pathNot: `${elements}$1/` },
    ),
    rule(
      'shared-is-low',
      'shared, charts and languages know no element.',
      { path: `${elements}(shared|charts|languages)/` },
      { path: elements, pathNot: `${elements}(shared|charts|languages)/` },
    ),
    rule(
      'server-sees-contract-only',
      'The server sees the shared vocabulary and nothing else of the SDK.',
      { path: server },
      { path: '^packages/(sdk|elements)/', pathNot: [`${sdk}contract/`, '^packages/sdk/dist/contract/'] },
    ),
    rule(
      'server-core-runs-anywhere',
      'Only node/ and sql/ may use Node.',
      { path: server, pathNot: [`${server}(node|sql)/`, test] },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'stores-never-import-routes',
      'Judgement lives above the stores.',
      { path: `${server}(store|sql)/` },
      { path: `${server}(routes|insights|statistics|privacy|handler|node|conformance)` },
    ),
    rule(
      'store-is-lowest',
      'The interface knows no implementation.',
      { path: `${server}store/` },
      { path: `${server}`, pathNot: `${server}store/` },
    ),
    rule(
      'insights-below-routes',
      'routes -> insights -> statistics, privacy -> store.',
      { path: `${server}(insights|statistics|privacy)/` },
      { path: `${server}(routes|handler|node|sql|conformance)` },
    ),
    rule(
      'request-below-routes',
      'routes -> request: reading, signing in and refusing know no route.',
      { path: `${server}request/` },
      { path: `${server}(routes|insights|statistics|handler|node/|sql/|conformance)` },
    ),
    rule(
      'routes-below-handler',
      'node -> handler -> routes.',
      { path: `${server}routes/` },
      { path: `${server}(handler|node/|sql/|conformance/)` },
    ),
    rule(
      'conformance-knows-the-interface',
      'The kit tests any store.',
      { path: `${server}conformance/` },
      { path: server, pathNot: [`${server}conformance/`, `${server}store/(store|fact|aggregate-query)\\.ts$`] },
    ),
    rule(
      'examples-use-public-entries',
      'Examples show what a host can do.',
      { path: '^(examples|journeys)/' },
      {
        path: '^packages/[^/]+/(src|dist)/',
        pathNot:
          '^packages/(sdk/(src|dist)/(index|contract/index|testing/index)|elements/(src|dist)/(index|define/)|server-adapter/(src|dist)/(index|sql/sqlite|sql/postgres|node/index|conformance/index))',
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/.*\\.test\\.' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.cruise.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['types', 'import', 'default'],
      mainFields: ['types', 'module', 'main'],
    },
    skipAnalysisNotInRules: true,
  },
};
