// The import directions of the house. Each room names the rooms it may see; everything else is an error.
const maySee = {
  contract: [],
  providers: ['contract'],
  locale: ['contract'],
  core: ['contract', 'providers', 'locale'],
  elements: ['contract', 'providers', 'locale', 'core'],
  display: ['contract', 'locale', 'core'],
  server: ['contract', 'providers'],
  sandbox: ['contract'],
};

const rooms = Object.entries(maySee).map(([room, others]) => ({
  name: `${room}-sees-only-its-neighbours`,
  comment: `packages/${room} may import ${others.join(', ') || 'no other room'}.`,
  severity: 'error',
  from: { path: `^packages/${room}/` },
  to: { path: '^(packages|demo|e2e)/', pathNot: `^packages/(${[room, ...others].join('|')})/` },
}));

export default {
  forbidden: [
    ...rooms,
    {
      name: 'through-public-exports-only',
      comment: 'Another package is imported by its name, never by a path into it.',
      severity: 'error',
      from: { path: '^(packages/[^/]+|demo|e2e)/' },
      to: { path: '^(packages/[^/]+|demo|e2e)/', pathNot: '^$1/', dependencyTypes: ['local'] },
    },
    {
      name: 'only-contract-names-the-schema-library',
      comment: 'Schemas are the contract’s; `zod` without `/mini` weighs 77 kB in a browser.',
      severity: 'error',
      from: { pathNot: '^packages/contract/' },
      to: { path: 'node_modules/zod/' },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['source', 'import', 'browser', 'default', 'types'],
    },
  },
};
