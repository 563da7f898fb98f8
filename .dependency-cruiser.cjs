/** Boundaries of the workspace: who may import whom. */
const ours = '^packages/(api|web|document-server|document-editor|launcher)/'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'A cycle hides which part depends on which; one of types alone is gone when the code runs.',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'shared-imports-nothing-of-ours',
      severity: 'error',
      from: { path: '^packages/shared/' },
      to: { path: ours },
    },
    {
      name: 'packages-only-import-shared',
      severity: 'error',
      comment: 'Portal, document server, web and editor speak HTTP; code goes through packages/shared.',
      from: { path: '^packages/(api|web|document-server|document-editor|launcher)/' },
      to: { path: ours, pathNot: '^packages/$1/' },
    },
    {
      name: 'nothing-imports-the-journeys',
      severity: 'error',
      from: { path: '^(packages|fixtures)/' },
      to: { path: '^e2e/' },
    },
    {
      name: 'features-through-index',
      severity: 'error',
      comment: 'index.ts is the only file of a feature that other features may import.',
      from: { path: '^packages/([^/]+)/src/features/([^/]+)/', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^packages/$1/src/features/[^/]+/',
        pathNot: ['^packages/$1/src/features/$2/', '/features/[^/]+/index\\.ts$'],
      },
    },
    {
      name: 'no-development-dependency-at-run-time',
      severity: 'error',
      from: {
        path: '^packages/[^/]+/src/',
        pathNot: ['\\.test\\.ts$', '/testing/', '/client/', '^packages/(web|document-editor)/'],
      },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'not-to-unresolvable',
      severity: 'error',
      from: {},
      to: {
        couldNotResolve: true,
        pathNot: [
          '^(virtual:|~icons/)',
          '\\?',
          '^@onlyoffice/doceditor-types$',
          '^@graphql-typed-document-node/core$',
        ],
      },
    },
  ],
  options: {
    doNotFollow: { path: ['node_modules', '/dist/'] },
    exclude: { path: ['/dist/', '/generated/', '\\.vue\\.ts$'] },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: 'scripts/lib/resolve.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.vue', '.json'],
    },
  },
}
