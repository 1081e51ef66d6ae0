/** Loaded into a child before its program: when the parent is gone, even by kill -9, the child's group is asked to stop. */
process.on('disconnect', () => process.kill(-process.pid, 'SIGTERM'))
process.channel?.unref()
