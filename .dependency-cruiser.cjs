/** Who may depend on whom. A slice imports slices of lower tiers only, and only through their door, `index.ts`. */
const tiers = [
  ['core'],
  ['adapters'],
  ['policy', 'file'],
  ['ledger'],
  ['people'],
  ['project', 'fund', 'statement'],
  ['signup'],
  ['attendance', 'leave'],
  ['hours', 'claim', 'giving'],
  ['payout', 'points'],
  ['honour', 'certificate', 'award', 'campaign', 'grant'],
  ['home', 'stats', 'notify', 'audit'],
]
const api = '^apps/api/src'
const any = (names) => `(${names.join('|')})`
const test = '\\.test\\.tsx?$'
const slices = any(tiers.slice(1).flat())

const tierRules = tiers.map((names, tier) => ({
  name: `tier-${tier}`,
  comment: `${names.join(', ')} may import lower tiers only, and not each other.`,
  severity: 'error',
  from: { path: `${api}/${any(names)}/`, pathNot: test },
  to: { path: `${api}/(${any(tiers.slice(tier).flat())}/|[^/]+\\.ts$)`, pathNot: `${api}/$1/` },
}))

module.exports = {
  forbidden: [
    ...tierRules,
    {
      name: 'slice-has-a-tier',
      comment: 'A folder of the API stands in the table above, or its place is not decided.',
      severity: 'error',
      from: { path: `${api}/[^/]+/`, pathNot: `${api}/${any(tiers.flat())}/` },
      to: {},
    },
    {
      name: 'through-the-door',
      comment: 'Other slices are entered by index.ts.',
      severity: 'error',
      from: { path: `${api}/([^/]+)/`, pathNot: [test, `${api}/[^/]+/(read[a-z-]*|tables)\\.ts$`] },
      to: { path: `${api}/${slices}/`, pathNot: [`${api}/$1/`, `${api}/[^/]+/index\\.ts$`] },
    },
    {
      name: 'through-the-door-or-to-the-tables',
      comment: 'Joins across slices live in read.ts and read-….ts, foreign keys in tables.ts: these two see tables of lower slices.',
      severity: 'error',
      from: { path: `${api}/([^/]+)/(read[a-z-]*|tables)\\.ts$` },
      to: { path: `${api}/${slices}/`, pathNot: [`${api}/$1/`, `${api}/[^/]+/(index|tables)\\.ts$`] },
    },
    {
      name: 'tables-know-tables',
      comment: 'A table definition needs columns and other tables, nothing that acts.',
      severity: 'error',
      from: { path: `${api}/[^/]+/tables\\.ts$` },
      to: { path: `${api}/`, pathNot: [`${api}/[^/]+/tables\\.ts$`, `${api}/core/db/columns\\.ts$`] },
    },
    {
      name: 'shared-is-portable',
      comment: 'packages/shared runs in Node, WeChat and browsers: zod is all it takes from outside.',
      severity: 'error',
      from: { path: '^packages/shared/src', pathNot: test },
      to: { pathNot: ['^packages/shared/src', '(^|/)node_modules/zod/'] },
    },
    {
      name: 'rules-are-pure',
      comment: 'Rules decide from facts: they import rules and the kernel.',
      severity: 'error',
      from: { path: '^packages/shared/src/[^/]+/rules\\.ts$' },
      to: { pathNot: ['^packages/shared/src/[^/]+/rules\\.ts$', '^packages/shared/src/kernel/'] },
    },
    {
      name: 'kernel-stands-alone',
      severity: 'error',
      from: { path: '^packages/shared/src/kernel/', pathNot: test },
      to: { path: '^packages/shared/src', pathNot: '^packages/shared/src/kernel/' },
    },
    {
      name: 'apps-are-strangers',
      comment: 'The mini-program and the API meet in packages/shared.',
      severity: 'error',
      from: { path: '^apps/([^/]+)/', pathNot: test },
      to: { path: '^(apps|test|scripts)/', pathNot: '^apps/$1/' },
    },
    {
      name: 'pages-compose-features',
      comment: 'What lies below a page does not know pages or sub-packages, and sub-packages do not know each other.',
      severity: 'error',
      from: { path: '^apps/miniapp/src/(api|features|host|desk|giving|merit|lib|pages|platform|ui)/', pathNot: test },
      to: { path: '^apps/miniapp/src/(host|desk|giving|merit|pages)/', pathNot: '^apps/miniapp/src/$1/' },
    },
    {
      name: 'fresh-clone',
      comment: 'The commands that install the packages run before there are any.',
      severity: 'error',
      from: { path: '^scripts/.*\\.mjs$' },
      to: { path: 'node_modules' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      severity: 'error',
      // Its check of the build requires relative to the app, not to itself.
      from: { pathNot: '^apps/miniapp/config/' },
      to: { couldNotResolve: true },
    },
    {
      name: 'declared',
      comment: 'A package that is used is in the package.json of who uses it.',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: test },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(apps/[^/]+/(dist|\\.taro)|test/output)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
    },
  },
}
