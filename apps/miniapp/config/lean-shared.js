/** What the client reads of a route; shapes, limits and words for the reference are the server's business. */
const clientFacts = new Set(['method', 'path', 'access', 'idempotency'])

/**
 * Babel plugin for packages/shared: drops from each route what only the server uses, and wraps what is computed while
 * a module loads so that webpack can tell it has no side effects. Unused shapes, and zod with them, then fall away.
 */
module.exports = ({ types, template }) => {
  const deferred = template.expression('(() => VALUE)()')
  return {
    visitor: {
      CallExpression(path) {
        const [facts] = path.node.arguments
        if (!types.isIdentifier(path.node.callee, { name: 'route' }) || !types.isObjectExpression(facts)) return
        facts.properties = facts.properties.filter((property) => clientFacts.has(property.key?.name))
      },
      Program(program) {
        for (const statement of program.get('body')) {
          const declaration = statement.isExportNamedDeclaration() ? statement.get('declaration') : statement
          if (!declaration.isVariableDeclaration()) continue
          for (const one of declaration.get('declarations')) {
            const value = one.get('init')
            if (!value.node || value.isLiteral() || value.isFunction() || value.isIdentifier()) continue
            const call = deferred({ VALUE: value.node })
            types.addComment(call, 'leading', '#__PURE__')
            value.replaceWith(call)
          }
        }
      },
    },
  }
}
