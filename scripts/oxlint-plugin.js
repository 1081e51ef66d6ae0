const authorises = /^(?:(?:may|must|require)[A-Z]|authorise)/

/**
 * A function that opens a transaction says who may do it and leaves an audit record, itself or through a function of
 * the same file. The handlers of a `jobs.ts` act for the system and need no leave.
 */
const transactionIsAuthorisedAndRecorded = {
  meta: {
    type: 'problem',
    messages: {
      authorise: '{{name}} opens a transaction but asks nobody for leave: begin with a require…/may…/authorise… call.',
      record: '{{name}} opens a transaction but leaves no audit record: call record(ctx, …) in it.',
    },
  },
  create(context) {
    const isJob = /(?:^|[\\/])jobs\.ts$/.test(context.filename)
    const outermost = []
    let depth = 0

    const enter = (node) => {
      const name = node.id?.name ?? node.parent?.id?.name ?? node.parent?.key?.name ?? 'This function'
      if (depth++ === 0) outermost.push({ name, calls: new Set(), opening: undefined })
    }
    const leave = () => void depth--

    const reach = (top, seen = new Set()) => {
      for (const name of top.calls) {
        if (seen.has(name)) continue
        seen.add(name)
        const local = outermost.find((other) => other.name === name)
        if (local) reach(local, seen)
      }
      return [...seen]
    }

    return {
      FunctionDeclaration: enter,
      'FunctionDeclaration:exit': leave,
      FunctionExpression: enter,
      'FunctionExpression:exit': leave,
      ArrowFunctionExpression: enter,
      'ArrowFunctionExpression:exit': leave,
      CallExpression(node) {
        const top = depth > 0 ? outermost.at(-1) : undefined
        const name = node.callee.name ?? node.callee.property?.name
        if (!top || !name) return
        top.calls.add(name)
        if (name === 'inTransaction') top.opening ??= node
      },
      'Program:exit'() {
        for (const top of outermost.filter(({ opening }) => opening)) {
          const calls = reach(top)
          const report = (messageId) => context.report({ node: top.opening, messageId, data: { name: top.name } })
          if (!isJob && !calls.some((name) => authorises.test(name))) report('authorise')
          if (!calls.includes('record')) report('record')
        }
      },
    }
  },
}

/** Only the door of a slice, `index.ts`, hands on what others made, and it names each thing. */
const reExport = {
  meta: {
    type: 'problem',
    messages: {
      star: 'Name what is exported, one by one, instead of `export *`.',
      door: 'Only an index.ts re-exports; import from where the thing is made.',
    },
  },
  create(context) {
    const isDoor = /(?:^|[\\/])index\.ts$/.test(context.filename)
    return {
      ExportAllDeclaration: (node) => context.report({ node, messageId: 'star' }),
      ExportNamedDeclaration: (node) => void (node.source && !isDoor && context.report({ node, messageId: 'door' })),
    }
  },
}

const isDb = (node) => node.name === 'db' || node.property?.name === 'db'

/** What drizzle offers and our databases do not keep: see the message of each. */
const drizzleTrap = {
  meta: {
    type: 'problem',
    messages: {
      $returningId: 'Ids are made by the app: $returningId counts wrongly on a cluster.',
      query: 'Relational queries emit LATERAL, which MariaDB does not have: write a join.',
      transaction: 'Use inTransaction: db.transaction leaks its connection when BEGIN fails, and retries nothing.',
    },
  },
  create: (context) => ({
    MemberExpression(node) {
      const name = node.property.name
      const trapped = name === '$returningId' || ((name === 'query' || name === 'transaction') && isDb(node.object))
      if (trapped) context.report({ node: node.property, messageId: name })
    },
  }),
}

export default {
  meta: { name: 'yijian' },
  rules: {
    'transaction-is-authorised-and-recorded': transactionIsAuthorisedAndRecorded,
    're-export': reExport,
    'drizzle-trap': drizzleTrap,
  },
}
