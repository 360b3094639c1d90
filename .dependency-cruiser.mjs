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
const within = (folder, others, comment) =>
  rule(
    `${folder}-imports-what-is-below`,
    comment,
    { path: `${server}${folder}/` },
    { path: server, pathNot: `${server}(${[folder, ...others].join('|')})/` },
  );

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
    rule(
      'no-unknown',
      'Every import has to resolve; what only the test of the frameworks installs does so there.',
      { pathNot: '^(examples/frameworks|packages/elements/editor)/' },
      { couldNotResolve: true },
    ),
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
      { path: `${sdk}(outbox|transport|delivery|reader|record)/`, pathNot: `${sdk}$1/` },
    ),
    rule(
      'parts-never-import-the-client',
      'index -> create-client -> assemble-client -> the parts; below it only the leaves platform, refuse, signals and lazily are shared.',
      { path: `${sdk}(record|delivery|reader|outbox|transport|observe|prompts)/` },
      { path: `${sdk}([^/]+\\.ts$|testing/)`, pathNot: `${sdk}(platform|refuse|signals|lazily)\\.ts$` },
    ),
    rule(
      'delivery-reader-record-apart',
      'record, delivery and reader meet in the client only.',
      { path: `${sdk}(record|delivery|reader)/` },
      { path: `${sdk}(record|delivery|reader)/`, pathNot: `${sdk}$1/` },
    ),
    rule(
      'observe-uses-the-public-way',
      'observe records as any host would; the client alone loads it.',
      { path: `${sdk}observe/` },
      { path: `${sdk}(delivery|reader|outbox|transport)/` },
    ),
    rule(
      'prompts-are-above-the-parts',
      'prompts -> record, outbox, transport; the client alone knows prompts.',
      { path: `${sdk}(record|delivery|reader|outbox|transport)/` },
      { path: `${sdk}prompts/` },
    ),
    rule(
      'prompts-ask-the-client',
      'prompts -> record, outbox, transport; what it needs of delivery and reader it asks the client for.',
      { path: `${sdk}prompts/`, pathNot: test },
      { path: `${sdk}(delivery|reader)/` },
    ),
    rule('record-sends-nothing', 'record -> outbox.', { path: `${sdk}record/` }, { path: `${sdk}transport/` }),
    rule('reader-stores-nothing', 'reader -> transport.', { path: `${sdk}reader/` }, { path: `${sdk}outbox/` }),
    rule(
      'leaves-are-low',
      'platform, refuse, signals and lazily import contract only.',
      { path: `${sdk}(platform|refuse|signals|lazily)\\.ts$` },
      { path: sdk, pathNot: `${sdk}contract/` },
    ),
    rule(
      'testing-is-on-top',
      'What hosts test with is not what they run.',
      { path: '^packages/', pathNot: [`${sdk}testing/`, test] },
      { path: [`${sdk}testing/`, '^packages/sdk/dist/testing/'] },
    ),
    rule(
      'elements-use-public-sdk',
      'Elements import the public entries of the SDK.',
      { path: elements },
      { path: sdk, pathNot: `${sdk}(index|contract/index)\\.ts$` },
    ),
    rule(
      'elements-allowed-packages',
      'Elements use lit, @lit/context and the SDK; charts use d3 for the arithmetic.',
      { path: elements },
      { path: 'node_modules/', pathNot: 'node_modules/(lit|@lit/context|(@types/)?d3-(array|scale|shape))/' },
    ),
    rule(
      'd3-only-in-charts',
      'Charts own the arithmetic of drawing.',
      { path: '^packages/[^/]+/src/', pathNot: [`${elements}charts/`, test] },
      { path: 'node_modules/(@types/)?d3-' },
    ),
    rule(
      'element-folders-apart',
      "An element's folder never imports another element's folder.",
      { path: `${elements}(provider|rating|insights|suggestions|inbox|notices|scorecard)/` },
      { path: `${elements}(provider|rating|insights|suggestions|inbox|notices|scorecard)/`, pathNot: `${elements}$1/` },
    ),
    rule(
      'shared-is-low',
      'shared, charts and languages know no element.',
      { path: `${elements}(shared|charts|languages)/` },
      { path: elements, pathNot: `${elements}(shared|charts|languages)/` },
    ),
    rule(
      'figures-are-low',
      'What insights and scorecard share knows neither.',
      { path: `${elements}figures/` },
      { path: elements, pathNot: `${elements}(figures|charts|shared)/` },
    ),
    rule(
      'disputes-are-low',
      'What insights and scorecard show of disputes knows neither.',
      { path: `${elements}disputes/` },
      { path: elements, pathNot: `${elements}(disputes|figures|shared)/` },
    ),
    rule(
      'conversation-is-low',
      'What suggestions, inbox and notices share knows none of them.',
      { path: `${elements}conversation/` },
      { path: elements, pathNot: `${elements}(conversation|shared)/` },
    ),
    rule(
      'server-sees-contract-only',
      'The server sees the shared vocabulary and nothing else of the SDK.',
      { path: server },
      { path: '^packages/(sdk|elements)/', pathNot: [`${sdk}contract/`, '^packages/sdk/dist/contract/'] },
    ),
    rule(
      'define-is-on-top',
      'define -> one element -> shared.',
      { path: elements, pathNot: [`${elements}define/`, test] },
      { path: `${elements}(define/|index\\.ts$)` },
    ),
    rule(
      'server-core-runs-anywhere',
      'Only node/ and sql/ may use Node.',
      { path: server, pathNot: [`${server}(node|sql)/`, test] },
      { dependencyTypes: ['core'] },
    ),
    rule(
      'pg-only-in-sql',
      'sql/ owns the databases.',
      { path: '^packages/', pathNot: [`${server}sql/`, test] },
      { path: 'node_modules/(@types/)?pg' },
    ),
    rule(
      'sql-uses-the-disk-only',
      'sql/ may use the modules of Node named here, and none that listens or sends.',
      { path: `${server}sql/` },
      { dependencyTypes: ['core'], pathNot: '^(node:)?(sqlite|worker_threads|fs|fs/promises|path|url)$' },
    ),
    rule(
      'node-uses-no-database',
      'node/ may use the modules of Node named here; the database belongs to sql/.',
      { path: `${server}node/` },
      {
        dependencyTypes: ['core'],
        pathNot: '^(node:)?(http|stream|stream/promises|stream/web|events|fs|fs/promises|os|path|process|url|util)$',
      },
    ),
    within('store', [], 'The interface and the store in memory know nothing else.'),
    within('sql', ['store'], 'sql -> store.'),
    within('statistics', [], 'Formulas know numbers only.'),
    within('insights', ['statistics', 'privacy', 'store'], 'insights -> statistics, privacy -> store.'),
    within(
      'scorecards',
      ['suggestions', 'insights', 'statistics', 'privacy', 'store'],
      'scorecards -> suggestions, insights -> statistics, privacy -> store.',
    ),
    within('privacy', ['store'], 'privacy -> store.'),
    within(
      'suggestions',
      ['insights', 'privacy', 'store', 'request'],
      'suggestions -> insights, privacy, request (who asks) -> store.',
    ),
    within(
      'hooks',
      ['suggestions', 'insights', 'store'],
      'hooks -> suggestions: what is told is read when it is told.',
    ),
    within(
      'retention',
      ['suggestions', 'insights', 'store'],
      'retention -> suggestions, insights -> store: a job beside the handler.',
    ),
    within('request', [], 'Reading, signing in and refusing know no route and no store.'),
    within('openapi', ['routes'], 'The description is made from the routes.'),
    within(
      'routes',
      ['request', 'insights', 'suggestions', 'scorecards', 'hooks', 'privacy', 'store', 'openapi'],
      'routes -> request | scorecards, hooks -> suggestions -> insights | privacy | openapi -> store.',
    ),
    within('node', ['request', 'conformance'], 'node/ hands requests to any handler and runs the kit.'),
    rule(
      'handler-runs-anywhere',
      'node -> handler -> routes; a host chooses its store.',
      { path: `${server}(index|handler|handler-options)\\.ts$` },
      { path: `${server}(node|sql|conformance)/` },
    ),
    rule(
      'conformance-knows-the-interface',
      'The kit tests any store.',
      { path: `${server}conformance/` },
      {
        path: server,
        pathNot: [
          `${server}conformance/`,
          `${server}store/(store|fact|(aggregate|conversation|engagement)-(query|row)|text-search)\\.ts$`,
        ],
      },
    ),
    rule(
      'examples-use-public-entries',
      'Examples show what a host can do.',
      { path: '^(examples|journeys)/', pathNot: '^$' },
      {
        path: '^packages/[^/]+/',
        pathNot:
          '^packages/(sdk/(src|dist)/(index|contract/index|testing/index)|elements/((src|dist)/(index|define/(all|inbox|insights|mount|notices|provider|rating|suggestions))|editor/(react|vue))|server-adapter/(src|dist)/(index|sql/(sqlite|postgres)|node/index|conformance/index))(\\.d)?\\.[jt]s$',
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
